import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageCount,
  type CoverageKind,
  percentOf,
} from './coverage.ts';
import type { ContractPoints } from './points.ts';

/**
 * Remembers which points were shown. What a body shows is noted while it is walked over, and counts only once the body
 * turns out to be sound.
 */
export interface CoverageRecorder {
  readonly points: ContractPoints;
  /** By point: 0 where it was not shown yet. */
  readonly shown: Uint8Array;
  show(point: number): void;
  /** Notes a point until `keep` or `drop`. */
  note(point: number): void;
  keep(): void;
  drop(): void;
  result(): Coverage;
}

export function createRecorder(points: ContractPoints): CoverageRecorder {
  const shown = new Uint8Array(points.list.length);
  const noted: number[] = [];
  return {
    points,
    shown,
    show: (point) => {
      shown[point] = 1;
    },
    note: (point) => {
      if (shown[point] !== 0) return;
      shown[point] = 1;
      noted.push(point);
    },
    keep: () => {
      noted.length = 0;
    },
    drop: () => {
      for (const point of noted) shown[point] = 0;
      noted.length = 0;
    },
    result: () => summarize(points, shown),
  };
}

function summarize({ list }: ContractPoints, shown: Uint8Array): Coverage {
  const kinds = Object.fromEntries(
    COVERAGE_KINDS.map((kind) => [kind, { covered: 0, eligible: 0 }]),
  ) as Record<CoverageKind, { covered: number; eligible: number }>;
  const missing: { kind: CoverageKind; name: string; spec: string }[] = [];
  const ineligible: Coverage['ineligible'][number][] = [];
  const total = { covered: 0, eligible: 0 };
  list.forEach(({ kind, name, spec, reason }, index) => {
    if (reason !== undefined) {
      ineligible.push({ kind, name, spec, reason });
      return;
    }
    for (const count of [kinds[kind], total]) {
      count.eligible++;
      count.covered += shown[index] as number;
    }
    if (shown[index] === 0) missing.push({ kind, name, spec });
  });
  const counts: CoverageCount = total;
  return { ...counts, percent: percentOf(counts), kinds, missing, ineligible };
}
