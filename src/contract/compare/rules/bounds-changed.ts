import { isDeepStrictEqual } from 'node:util';
import { type Change, impactOf } from '../impact-of.ts';
import { jsonOf } from '../json-of.ts';
import type { Rule } from '../rule.ts';
import { boundOf } from '../schema/bound-of.ts';
import { placeAt } from '../schema/schema.ts';

const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** Two different ones can't be put in an order. */
const UNORDERED = ['pattern', 'multipleOf', 'uniqueItems'];

export const boundsChanged: Rule<'schema'> = {
  id: 'bounds-changed',
  *compare({ ours, upstream }, direction) {
    for (const name of [...LEAST, ...MOST, ...UNORDERED]) {
      const [here, there] = [boundOf(ours, name), boundOf(upstream, name)];
      if (isDeepStrictEqual(here, there)) continue;
      yield {
        impact: impactOf(changeOf(name, here, there), direction),
        subject: name,
        message: there === undefined ? `no ${name} is published` : `${name} is published as ${jsonOf(there)}`,
        ours: placeAt(ours, name),
        upstream: placeAt(upstream, name),
        oursValue: here,
        upstreamValue: there,
      };
    }
  },
};

function changeOf(name: string, here: unknown, there: unknown): Change {
  if (there === undefined) return 'wider';
  if (here === undefined) return 'narrower';
  if (!isNumber(here) || !isNumber(there) || UNORDERED.includes(name)) return 'other';
  return there > here === LEAST.includes(name) ? 'narrower' : 'wider';
}

/** One that no double holds is a bigint, and compares all the same. */
function isNumber(value: unknown): value is number {
  return typeof value === 'number' || typeof value === 'bigint';
}
