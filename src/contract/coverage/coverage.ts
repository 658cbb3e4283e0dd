/** What of the contract the recordings exercised. The shape is public API: it stands in the JSON report. */
export interface Coverage {
  readonly covered: number;
  readonly eligible: number;
  /** 0 to 100, one decimal; 100 where nothing is eligible. */
  readonly percent: number;
  readonly kinds: Readonly<Record<CoverageKind, CoverageCount>>;
  /** What no recording showed, by name, in the order of the description. */
  readonly missing: readonly MissingPoint[];
}

export type CoverageKind = 'operation' | 'status' | 'media-type' | 'property' | 'enum-value' | 'null-branch';

export interface CoverageCount {
  readonly covered: number;
  readonly eligible: number;
}

export interface MissingPoint {
  readonly kind: CoverageKind;
  readonly name: string;
  readonly spec: string;
}

export const COVERAGE_KINDS: readonly CoverageKind[] = [
  'operation',
  'status',
  'media-type',
  'property',
  'enum-value',
  'null-branch',
];

/** One thing of the contract that a recording can show. */
export interface CoveragePoint {
  readonly id: string;
  readonly kind: CoverageKind;
  readonly name: string;
  readonly spec: string;
}

export function percentOf({ covered, eligible }: CoverageCount): number {
  // Rounded down: 99.96 % is not 100 %.
  return eligible === 0 ? 100 : Math.floor((covered / eligible) * 1000) / 10;
}
