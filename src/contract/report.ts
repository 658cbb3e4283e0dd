import type { Coverage } from './coverage/coverage.ts';
import type { Finding, Severity } from './finding.ts';

/** What a contract run found. `verify --format json` prints exactly this; the shape is public API. */
export interface Report {
  /** Version of this shape. */
  readonly version: 1;
  readonly contract: { readonly title: string; readonly version: string; readonly sha256: string };
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

export interface Summary {
  readonly exchanges: number;
  /** Exchanges whose operation is described, and which were therefore judged. */
  readonly verified: number;
  readonly undocumented: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly waived: number;
}
