import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageCount,
  type CoverageKind,
  type MissingPoint,
  percentOf,
} from './coverage.ts';
import type { ContractPoints } from './points.ts';

/** What was seen of a point: of two the one that comes first here counts. */
const SEEN = ['shown', 'not as documented', 'refused', 'not kept'] as const;

export type Seen = (typeof SEEN)[number];

const REASONS: Readonly<Record<Seen, string | undefined>> = {
  shown: undefined,
  'not as documented': 'what was there is not as documented',
  refused: 'it was only there where the server answered 4xx',
  'not kept': 'the recordings do not hold it',
};

/**
 * Remembers which points were shown. What a body shows is noted while it is walked over, and counts only once the body
 * turns out to be sound.
 */
export interface CoverageRecorder {
  readonly points: ContractPoints;
  /** By point: 0 where nothing was seen of it, else the place of what was in the order of what counts, from 1 on. */
  readonly shown: Uint8Array;
  show(point: number, seen?: Seen): void;
  /** Adds what another saw. */
  add(shown: Uint8Array): void;
  /** Notes a point until `keep` or `drop`. */
  note(point: number): void;
  keep(): void;
  drop(): void;
  result(): Coverage;
}

export function createRecorder(points: ContractPoints): CoverageRecorder {
  const shown = new Uint8Array(points.list.length);
  const noted: number[] = [];
  const see = (point: number, seen: number): void => {
    const before = shown[point] as number;
    if (seen !== 0 && (before === 0 || seen < before)) shown[point] = seen;
  };
  return {
    points,
    shown,
    show: (point, seen = 'shown') => see(point, SEEN.indexOf(seen) + 1),
    add: (others) => {
      others.forEach((seen, point) => {
        see(point, seen);
      });
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
  const missing: MissingPoint[] = [];
  const ineligible: Coverage['ineligible'][number][] = [];
  const total = { covered: 0, eligible: 0 };
  list.forEach(({ kind, name, spec, reason }, index) => {
    if (reason !== undefined) {
      ineligible.push({ kind, name, spec, reason });
      return;
    }
    const seen = SEEN[(shown[index] as number) - 1];
    const isShown = seen === 'shown';
    for (const count of [kinds[kind], total]) {
      count.eligible++;
      if (isShown) count.covered++;
    }
    if (isShown) return;
    const why = seen === undefined ? undefined : REASONS[seen];
    missing.push(why === undefined ? { kind, name, spec } : { kind, name, spec, reason: why });
  });
  const counts: CoverageCount = total;
  return { ...counts, percent: percentOf(counts), kinds, missing, ineligible };
}
