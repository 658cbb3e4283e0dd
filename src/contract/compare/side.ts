import type { ContractData, Place } from '../contract.ts';
import { readContract } from '../description/compile.ts';
import type { Description } from '../description/load/description.ts';
import type { Source } from '../description/load/source.ts';
import { versionOf } from '../description/read/version.ts';
import { parsePlace } from '../finding.ts';
import { escapeSegment, valueAt } from '../json/pointer.ts';

/** The same thing in both descriptions. */
export interface Pair<T> {
  readonly ours: T;
  readonly upstream: T;
}

/** One of the two descriptions: what is read of it, and what it is written in. */
export interface Side {
  readonly contract: ContractData;
  readonly description: Description;
  readonly isOpenapi30: boolean;
  /** What stands at a place, as written: for what a contract run has no use for, such as defaults. */
  written(place: Place): Readonly<Record<string, unknown>>;
  /** The place of a key there; the place itself where it has none. */
  within(place: Place, key: string): Place;
  /** What was compared, by `spotOf`. */
  readonly visited: Set<string>;
}

/** Throws DescriptionError. */
export function sideOf(description: Description): Side {
  const files = new Map(description.sources.map((source) => [source.file, source]));
  const written = (place: Place): Readonly<Record<string, unknown>> => {
    const { file, pointer } = parsePlace(place);
    const value = valueAt(files.get(file)?.value, pointer);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  };
  return {
    contract: readContract(description),
    description,
    isOpenapi30: versionOf(description.root) === '3.0',
    written,
    within: (place, key) => {
      const { file, pointer } = parsePlace(place);
      return Object.hasOwn(written(place), key)
        ? (files.get(file) as Source).place(`${pointer}/${escapeSegment(key)}`)
        : place;
    },
    visited: new Set(),
  };
}

/** A place without line and column: `file#pointer`. */
export function spotOf(place: Place): string {
  const { file, pointer } = parsePlace(place);
  return `${file}#${pointer}`;
}

/** Whether a spot is another, or in it. */
export function isWithin(spot: string, other: string): boolean {
  return spot === other || spot.startsWith(`${other}/`);
}
