import type { CoverageKind } from './coverage.ts';

/** Adds a point and gives its index; one of the same kind, name and place is the same point. */
export type AddPoint = (kind: CoverageKind, name: string, spec: string, reason?: string) => number;
