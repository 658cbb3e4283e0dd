/** How much of a contract the recordings exercised. */
export interface CoverageTotals extends CoverageCount {
  /** 0 to 100, one decimal; 100 where nothing is eligible. */
  readonly percent: number;
  readonly kinds: Readonly<Record<CoverageKind, CoverageCount>>;
}

/**
 * What of the contract the recordings exercised; of several contracts what of all of them. The shape is public API: it stands
 * in the JSON report.
 */
export interface Coverage extends CoverageTotals {
  /** What no recording showed, by name, in the order of the description. */
  readonly missing: readonly MissingPoint[];
  /** What no recording is asked to show, and why. */
  readonly ineligible: readonly IneligiblePoint[];
}

export const COVERAGE_KINDS = [
  'operation',
  'parameter',
  'request-media-type',
  'status',
  'media-type',
  'header',
  'property',
  'enum-value',
  'null-branch',
  'array',
  'map',
] as const;

export type CoverageKind = (typeof COVERAGE_KINDS)[number];

export interface CoverageCount {
  readonly covered: number;
  readonly eligible: number;
}

/** One thing of the contract that a recording can show. */
export interface Point {
  readonly kind: CoverageKind;
  readonly name: string;
  readonly spec: string;
  /** Whose it is; absent where there is one contract. */
  readonly contract?: string;
}

export interface MissingPoint extends Point {
  /** Why what was there does not count; absent where nothing was. */
  readonly reason?: string;
}

export interface IneligiblePoint extends Point {
  readonly reason: string;
}

export interface CoveragePoint extends Point {
  /** Why no recording is asked to show it. */
  readonly reason?: string;
}

export function percentOf({ covered, eligible }: CoverageCount): number {
  // Rounded down: 99.96 % is not 100 %.
  return eligible === 0 ? 100 : Math.floor((covered / eligible) * 1000) / 10;
}

/** Adds a point and gives its index; one of the same kind, name and place is the same point. */
export type AddPoint = (kind: CoverageKind, name: string, spec: string, reason?: string) => number;

/** What several contracts come to, each point with the name of its own. */
export function coverageOfAll(all: readonly (readonly [contract: string, coverage: Coverage])[]): Coverage {
  const sum = (counts: readonly CoverageCount[]): CoverageCount => ({
    covered: counts.reduce((total, { covered }) => total + covered, 0),
    eligible: counts.reduce((total, { eligible }) => total + eligible, 0),
  });
  const coverages = all.map(([, coverage]) => coverage);
  const total = sum(coverages);
  return {
    ...total,
    percent: percentOf(total),
    kinds: Object.fromEntries(
      COVERAGE_KINDS.map((kind) => [kind, sum(coverages.map(({ kinds }) => kinds[kind]))]),
    ) as Record<CoverageKind, CoverageCount>,
    missing: all.flatMap(([contract, { missing }]) => missing.map((point) => ({ ...point, contract }))),
    ineligible: all.flatMap(([contract, { ineligible }]) =>
      ineligible.map((point) => ({ ...point, contract })),
    ),
  };
}
