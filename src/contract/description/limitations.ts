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
