import { escapeSegment } from '../json/pointer.ts';
import { applyRules } from './apply-rules.ts';
import type { Found, Spot } from './found.ts';
import type { Pair } from './rule.ts';
import { additionalOf } from './schema/additional-of.ts';
import { matchMembers } from './schema/match-members.ts';
import { propertiesOf } from './schema/properties-of.ts';
import { isPlainUnion, keyword, membersOf, type Schema, schemaKey, schemaOf } from './schema/schema.ts';

/** More pairs than this in one body are no description that a person could read. */
const MOST_PAIRS = 20_000;

/**
 * Everything that differs between two schemas, at whatever depth. A pair that was met before on the way through one body
 * is not gone into again: that bounds cycles, and what is shared is told once.
 */
export function* walkSchema(root: Pair<Schema>, spot: Spot): Generator<Found> {
  const seen = new Set<string>();
  const left: [pair: Pair<Schema>, pointer: string][] = [[root, '']];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const [pair, pointer] = next;
    const key = `${schemaKey(pair.ours)}=${schemaKey(pair.upstream)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const here = { ...spot, at: pointer === '' ? spot.at : `${spot.at} ${pointer}` };
    if (seen.size > MOST_PAIRS) {
      yield tooMany(pair, here);
      return;
    }
    const { found, parts } = compareOne(pair, here);
    yield* found;
    left.push(...parts.map(([part, name]): [Pair<Schema>, string] => [part, pointer + name]));
  }
}

/** Unions are held against each other member by member, and a schema that is none against the member most like it. */
function compareOne(
  pair: Pair<Schema>,
  spot: Spot,
): { found: Iterable<Found>; parts: [Pair<Schema>, string][] } {
  const { ours, upstream } = pair;
  const [here, there] = [membersOf(ours), membersOf(upstream)];
  const found = [...applyRules('schema', pair, spot)];
  if (here === undefined && there === undefined) return { found, parts: partsOf(pair) };
  const { pairs } = matchMembers(here ?? [ours], there ?? [upstream]);
  // A union on one side only: its members bear what the other side says as a whole.
  const oneSided = here === undefined || there === undefined || isPlainUnion(ours) || isPlainUnion(upstream);
  return {
    found: oneSided ? found.filter(({ rule }) => rule.startsWith('union-member-')) : found,
    parts: pairs.map((member) => [member, '']),
  };
}

function partsOf({ ours, upstream }: Pair<Schema>): [Pair<Schema>, string][] {
  const published = propertiesOf(upstream);
  const additional = { ours: additionalOf(ours), upstream: additionalOf(upstream) };
  const parts: [Pair<Schema>, string][] = [];
  for (const [name, property] of propertiesOf(ours)) {
    const other = published.get(name);
    if (other !== undefined) parts.push([{ ours: property, upstream: other }, `/${escapeSegment(name)}`]);
  }
  if (typeof additional.ours === 'object' && typeof additional.upstream === 'object') {
    parts.push([{ ours: additional.ours, upstream: additional.upstream }, '/*']);
  }
  const [items, otherItems] = [itemsOf(ours), itemsOf(upstream)];
  if (items !== undefined && otherItems !== undefined)
    parts.push([{ ours: items, upstream: otherItems }, '/0']);
  return parts;
}

function itemsOf(schema: Schema): Schema | undefined {
  const [items, ...others] = keyword(schema, 'items');
  return items && schemaOf([items, ...others], schema.description, schema.dialect);
}

function tooMany({ ours, upstream }: Pair<Schema>, spot: Spot): Found {
  const message = `more than ${MOST_PAIRS} schemas in one body: the rest is not compared`;
  const [place, other] = [ours.layers[0], upstream.layers[0]];
  return {
    ...spot,
    rule: 'not-compared',
    impact: 'warning',
    subject: 'size',
    message,
    ours: place,
    upstream: other,
  };
}
