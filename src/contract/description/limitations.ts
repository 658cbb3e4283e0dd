import type { Limitation, Place } from '../contract.ts';

/** What of a description is not judged: each thing told once, with every place that has it. */
export interface LimitationList {
  readonly list: readonly Limitation[];
  add(kind: Limitation['kind'], place: Place, what: string): void;
}

export function createLimitations(): LimitationList {
  const told = new Map<string, Limitation & { readonly places: Place[] }>();
  return {
    get list() {
      return [...told.values()];
    },
    add: (kind, place, what) => {
      const known = told.get(what);
      if (known === undefined) told.set(what, { kind, spec: place, what, places: [place] });
      else if (!known.places.includes(place)) known.places.push(place);
    },
  };
}

interface DescriptionErrorOptions extends ErrorOptions {
  readonly kind?: Limitation['kind'];
}

/** A description that can't be read or compiled: one line that names the place and the reason. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';

  /** `file`, or `file:line:column#pointer`. */
  readonly place: Place;
  readonly reason: string;
  /** Whether the description is wrong there (default), or says what is not understood here. */
  readonly kind: Limitation['kind'];

  constructor(place: Place, reason: string, { kind = 'wrong', ...options }: DescriptionErrorOptions = {}) {
    super(`${place}: ${reason}`, options);
    this.place = place;
    this.reason = reason;
    this.kind = kind;
  }
}

/** Parsers recurse, and so does reading a schema: what nests deeper than they can is refused. Throws DescriptionError. */
export function unlessTooDeep<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new DescriptionError(file, 'nests too deeply to be read');
    throw error;
  }
}
