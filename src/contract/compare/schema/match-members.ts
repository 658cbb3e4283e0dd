import { nameOf } from './name-of.ts';
import { propertiesOf } from './properties-of.ts';
import type { Schema } from './schema.ts';
import { typesOf } from './types-of.ts';
import { valuesOf } from './values-of.ts';

export interface MatchedMembers {
  readonly pairs: readonly { readonly ours: Schema; readonly upstream: Schema }[];
  readonly oursOnly: readonly Schema[];
  readonly upstreamOnly: readonly Schema[];
}

/** Which member of one union is which of the other: the most alike are taken for the same. */
export function matchMembers(ours: readonly Schema[], upstream: readonly Schema[]): MatchedMembers {
  const scored = ours
    .flatMap((one) => upstream.map((other) => ({ ours: one, upstream: other, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const pairs: { ours: Schema; upstream: Schema }[] = [];
  const taken = new Set<Schema>();
  for (const pair of scored) {
    if (taken.has(pair.ours) || taken.has(pair.upstream)) continue;
    taken.add(pair.ours).add(pair.upstream);
    pairs.push(pair);
  }
  const left = (schema: Schema): boolean => !taken.has(schema);
  return { pairs, oursOnly: ours.filter(left), upstreamOnly: upstream.filter(left) };
}

/** From 0, nothing in common, to 2: the same properties, and the same name. */
function likeness(one: Schema, other: Schema): number {
  const [types, others] = [typesOf(one), typesOf(other)];
  if (types !== undefined && others !== undefined && !types.some((type) => others.includes(type))) return 0;
  const [values, otherValues] = [valuesOf(one), valuesOf(other)];
  // A member that is written in place has its number for a name, and numbers say nothing.
  const name = nameOf(one) === nameOf(other) && !/^\d+$/.test(nameOf(one)) ? 1 : 0;
  if (values !== undefined && otherValues !== undefined) {
    return name + (values.some((value) => otherValues.includes(value)) ? 1 : 0);
  }
  const [names, otherNames] = [propertiesOf(one), propertiesOf(other)];
  const all = new Set([...names.keys(), ...otherNames.keys()]);
  const shared = [...names.keys()].filter((key) => otherNames.has(key));
  const same = shared.filter((key) => shareType(names.get(key), otherNames.get(key)));
  return all.size === 0 ? name + 0.5 : name + (shared.length + same.length) / (2 * all.size);
}

function shareType(one: Schema | undefined, other: Schema | undefined): boolean {
  const [types, others] = [one && typesOf(one), other && typesOf(other)];
  return types === undefined || others === undefined || types.some((type) => others.includes(type));
}
