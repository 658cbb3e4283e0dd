import type { Limitation, Place } from '../contract.ts';

/** What of a description is not judged, each thing told once, at the first place that has it. */
export interface LimitationList {
  readonly list: readonly Limitation[];
  add(spec: Place, what: string): void;
}

export function createLimitations(): LimitationList {
  const list: Limitation[] = [];
  const told = new Set<string>();
  return {
    list,
    add: (spec, what) => {
      if (told.has(what)) return;
      told.add(what);
      list.push({ spec, what });
    },
  };
}
