import { escapeSegment } from '../json/pointer.ts';
import type { Direction, Draft } from './difference.ts';
import { compareSchemas, matchedMembers } from './schema-rules.ts';
import {
  additionalOf,
  isPlainUnion,
  keyOf,
  membersOf,
  placeAt,
  propertiesOf,
  type Shape,
  shapeOf,
  valuesAt,
} from './shape.ts';
import { type Pair, spotOf } from './side.ts';

/** What differs between two schemas, and what of them could not be compared. */
export interface ComparedSchemas {
  /** Each with its place in the body: `/options/0/label`. */
  readonly found: readonly (Draft & { readonly at: string })[];
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly side: 'ours' | 'upstream';
  readonly what: string;
  readonly place: string;
}

/** More pairs than this in one body are no description that a person could read. */
const MOST_PAIRS = 20_000;

/**
 * Everything that differs between two schemas, at whatever depth. A pair that was met before on the way through one body
 * is not gone into again: that bounds cycles, and what is shared is told once.
 */
export function walkSchemas(root: Pair<Shape>, direction: Direction): ComparedSchemas {
  const seen = new Set<string>();
  const found: (Draft & { readonly at: string })[] = [];
  const skipped: Skipped[] = [];
  const left: [pair: Pair<Shape>, at: string][] = [[root, '']];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const [pair, at] = next;
    const key = `${keyOf(pair.ours)}=${keyOf(pair.upstream)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > MOST_PAIRS) {
      const what = `more than ${MOST_PAIRS} schemas in one body: the rest is not compared`;
      return { found, skipped: [...skipped, { side: 'ours', what, place: pair.ours.layers[0].schema.spec }] };
    }
    const unread = (['ours', 'upstream'] as const).flatMap((side) => unreadOf(pair[side], side));
    skipped.push(...unread, ...contentOfOneSide(pair));
    if (unread.length > 0) continue;
    const members = matchedMembers(pair.ours, pair.upstream);
    // A union on one side only: its members bear what the other side says as a whole.
    const isWhole = members === undefined || !isOneSided(pair);
    for (const draft of compareSchemas(pair, direction))
      if (isWhole || draft.rule.startsWith('union-member-')) found.push({ ...draft, at });
    for (const member of members?.oursOnly ?? []) visit(member);
    if (members !== undefined) left.push(...members.pairs.map((one): [Pair<Shape>, string] => [one, at]));
    else left.push(...partsOf(pair).map(([part, name]): [Pair<Shape>, string] => [part, at + name]));
  }
  return { found, skipped };
}

function contentOfOneSide(pair: Pair<Shape>): Skipped[] {
  const sides = (['ours', 'upstream'] as const).filter((side) => contentOf(pair[side]) !== undefined);
  const [side, other] = sides;
  return side === undefined || other !== undefined
    ? []
    : [{ side, what: 'contentSchema is not compared', place: placeAt(pair[side], 'contentSchema') }];
}

function isOneSided({ ours, upstream }: Pair<Shape>): boolean {
  const isUnion = [ours, upstream].every((shape) => membersOf(shape) !== undefined);
  return !isUnion || isPlainUnion(ours) || isPlainUnion(upstream);
}

function visit({ layers, side }: Shape): void {
  for (const { schema } of layers) side.visited.add(spotOf(schema.spec));
}

/** Why a schema can't be compared: the description is wrong there, or says what is not understood. */
function unreadOf(shape: Shape, side: Skipped['side']): Skipped[] {
  visit(shape);
  const { limitations } = shape.side.contract;
  return shape.layers.flatMap(({ schema }) => {
    const { spec, keywords, wrong = [] } = schema;
    const isEmpty = Object.keys(keywords).length === 0;
    const unread = isEmpty ? limitations.filter(({ places }) => places.includes(spec)) : [];
    return [
      ...wrong.map(({ what, spec: place }) => ({ side, what, place })),
      ...unread.filter(({ kind }) => kind === 'unsupported').map(({ what }) => ({ side, what, place: spec })),
    ];
  });
}

function partsOf({ ours, upstream }: Pair<Shape>): [Pair<Shape>, string][] {
  const parts: [Pair<Shape>, string][] = [];
  const published = propertiesOf(upstream);
  for (const [name, property] of propertiesOf(ours)) {
    const other = published.get(name);
    if (other !== undefined) parts.push([{ ours: property, upstream: other }, `/${escapeSegment(name)}`]);
  }
  const [rest, otherRest] = [additionalOf(ours), additionalOf(upstream)];
  if (typeof rest === 'object' && typeof otherRest === 'object')
    parts.push([{ ours: rest, upstream: otherRest }, '/*']);
  const [items, otherItems] = [valuesAt(ours, 'items'), valuesAt(upstream, 'items')];
  if (items.length > 0 && otherItems.length > 0)
    parts.push([
      { ours: shapeOf(items, ours.side, ''), upstream: shapeOf(otherItems, upstream.side, '') },
      '/0',
    ]);
  const [content, otherContent] = [contentOf(ours), contentOf(upstream)];
  if (content !== undefined && otherContent !== undefined)
    parts.push([{ ours: content, upstream: otherContent }, '/(content)']);
  return parts;
}

/** What a text holds. */
function contentOf({ layers, side }: Shape): Shape | undefined {
  const ids = layers.flatMap(({ schema }) => schema.content ?? []);
  return ids.length === 0 ? undefined : shapeOf(ids, side, '');
}

/** As `walkSchemas`, of what was not compared before: many responses share their schemas. */
export function rememberingWalk(): typeof walkSchemas {
  const known = new Map<string, ComparedSchemas>();
  return (pair, direction) => {
    const key = `${direction} ${keyOf(pair.ours)}=${keyOf(pair.upstream)}`;
    const compared = known.get(key) ?? walkSchemas(pair, direction);
    known.set(key, compared);
    return compared;
  };
}
