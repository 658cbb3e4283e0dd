import { enumOf, nameOf, propertiesOf, type Shape, typesOf } from './shape.ts';
import type { Pair } from './side.ts';

export interface MatchedMembers {
  readonly pairs: readonly Pair<Shape>[];
  readonly oursOnly: readonly Shape[];
  readonly upstreamOnly: readonly Shape[];
}

/** Which member of one union is which of the other: the most alike are taken for the same. */
export function matchMembers(ours: readonly Shape[], upstream: readonly Shape[]): MatchedMembers {
  const scored = ours
    .flatMap((one) => upstream.map((other) => ({ ours: one, upstream: other, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const pairs: Pair<Shape>[] = [];
  const taken = new Set<Shape>();
  for (const pair of scored) {
    if (taken.has(pair.ours) || taken.has(pair.upstream)) continue;
    taken.add(pair.ours).add(pair.upstream);
    pairs.push(pair);
  }
  const left = (shape: Shape): boolean => !taken.has(shape);
  return { pairs, oursOnly: ours.filter(left), upstreamOnly: upstream.filter(left) };
}

/** From 0, nothing in common, to 2: the same properties, and the same name. */
function likeness(one: Shape, other: Shape): number {
  if (!shareType(one, other)) return 0;
  const [values, otherValues] = [enumOf(one), enumOf(other)];
  // A member that is written in place has its number for a name, and numbers say nothing.
  const name = nameOf(one) === nameOf(other) && !/^\d+$/.test(nameOf(one)) ? 1 : 0;
  if (values !== undefined && otherValues !== undefined)
    return name + (values.some((value) => otherValues.includes(value)) ? 1 : 0);
  const [names, otherNames] = [propertiesOf(one), propertiesOf(other)];
  const all = new Set([...names.keys(), ...otherNames.keys()]);
  const shared = [...names].flatMap(([key, mine]) => {
    const theirs = otherNames.get(key);
    return theirs === undefined ? [] : [shareType(mine, theirs)];
  });
  const same = shared.filter(Boolean);
  return all.size === 0 ? name + 0.5 : name + (shared.length + same.length) / (2 * all.size);
}

function shareType(one: Shape, other: Shape): boolean {
  const [types, others] = [typesOf(one), typesOf(other)];
  return types === undefined || others === undefined || types.some((type) => others.includes(type));
}
