import type { Keywords, Place, Schema, SchemaId } from '../contract.ts';
import { isEqual } from '../description/schemas/equal.ts';
import { parsePlace } from '../finding.ts';
import type { Side } from './side.ts';

/**
 * A schema as all of the parts that hold at once: itself, what its `$ref` leads to, and its `allOf`. What says the same in
 * other words has the same shape.
 */
export interface Shape {
  readonly side: Side;
  /** The first is the one to point at. */
  readonly layers: readonly [Layer, ...Layer[]];
  /** An `anyOf` or `oneOf` of it names null beside the one other member, which is among the layers. */
  readonly orNull: boolean;
}

interface Layer {
  /** Equal for equal layers of one description. */
  readonly key: string;
  readonly schema: Schema;
  /** Of the schema, but for what the shape has taken apart. */
  readonly keywords: Keywords;
}

/** The shape of schemas that all hold; with none, of one that lets in everything, at a place. */
export function shapeOf(ids: readonly SchemaId[], side: Side, place: Place): Shape {
  const anything = { name: '', spec: place, keywords: {}, places: {} };
  const layers = ids.flatMap((id) => layersOf(id, side, new Set()));
  return shaped(
    layers.length > 0 ? layers : [{ key: `anything ${place}`, schema: anything, keywords: {} }],
    side,
  );
}

function layersOf(id: SchemaId, side: Side, seen: Set<SchemaId>): Layer[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const schema = side.contract.schemas[id] as Schema;
  const { $ref, allOf = [], ...keywords } = schema.keywords;
  const own = { key: id, schema, keywords };
  const led = $ref === undefined ? [] : layersOf($ref, side, seen);
  const parts = allOf.flatMap((part) => layersOf(part, side, seen));
  return led.length > 0 ? [...led, own, ...parts] : [own, ...parts];
}

/** `anyOf: [X, {type: 'null'}]` is X or null. */
function shaped(layers: readonly Layer[], side: Side): Shape {
  for (const layer of layers) {
    const union = unionOf(layer);
    const others = union?.members.filter((member) => !isNull(side.contract.schemas[member]));
    const [only] = others ?? [];
    if (union === undefined || only === undefined || others?.length !== 1 || union.members.length === 1)
      continue;
    const rest = layers.map((other) => (other === layer ? union.rest : other));
    return { ...shaped([...rest, ...layersOf(only, side, new Set())], side), orNull: true };
  }
  const telling = layers.filter(
    ({ keywords, schema }) => schema.never || schema.meantNull || Object.keys(keywords).length > 0,
  );
  return { side, layers: (telling.length > 0 ? telling : layers.slice(0, 1)) as [Layer], orNull: false };
}

function isNull(schema: Schema | undefined): boolean {
  const { type, ...others } = schema?.keywords ?? {};
  return type?.join() === 'null' && Object.keys(others).length === 0;
}

function unionOf(layer: Layer): { readonly members: readonly SchemaId[]; readonly rest: Layer } | undefined {
  for (const name of ['anyOf', 'oneOf'] as const) {
    const { [name]: members, ...keywords } = layer.keywords;
    if (members !== undefined) return { members, rest: { ...layer, key: `${layer.key}-${name}`, keywords } };
  }
  return undefined;
}

/** The members of `anyOf` or `oneOf`, each with all else that the schema says; undefined where it has neither. */
export function membersOf({ layers, side }: Shape): Shape[] | undefined {
  for (const layer of layers) {
    const union = unionOf(layer);
    if (union === undefined) continue;
    const rest = layers.map((other) => (other === layer ? union.rest : other));
    return union.members.map((member) => shaped([...layersOf(member, side, new Set()), ...rest], side));
  }
  return undefined;
}

/** Whether the schema is nothing but a union. */
export function isPlainUnion({ layers }: Shape): boolean {
  return layers.every(({ keywords: { anyOf, oneOf, ...rest } }) => Object.keys(rest).length === 0);
}

export function keyOf({ layers }: Shape): string {
  return layers.map(({ key }) => key).join();
}

/** The value of a keyword in each part that has it. */
export function valuesAt<Name extends keyof Omit<Keywords, 'const'>>(
  { layers }: Shape,
  name: Name,
): NonNullable<Keywords[Name]>[] {
  return layers.flatMap(({ keywords }) => (keywords[name] === undefined ? [] : [keywords[name]]));
}

/** What a part says, as written. */
export function writtenAt({ layers, side }: Shape, name: string): unknown {
  return layers.map(({ schema }) => side.written(schema.spec)[name]).find((value) => value !== undefined);
}

/** The place of a keyword; that of the schema where it has none. */
export function placeAt({ layers, side }: Shape, ...names: string[]): Place {
  for (const name of names) {
    for (const { schema } of layers) {
      const place = schema.places[name] ?? side.within(schema.spec, name);
      if (place !== schema.spec) return place;
    }
  }
  return layers[0].schema.spec;
}

/** The types that a schema lets in, null among them; undefined where it names none. */
export function typesOf(shape: Shape): readonly string[] | undefined {
  if (shape.layers.some(({ schema }) => schema.never)) return [];
  const lists = valuesAt(shape, 'type');
  if (lists.length === 0) return undefined;
  const types = lists.reduce((all, list) => all.filter((type) => list.includes(type)));
  if (shape.orNull) return [...new Set([...types, 'null'])];
  const values = enumOf(shape);
  return values === undefined || values.includes(null) ? types : types.filter((type) => type !== 'null');
}

/** The values that `enum` and `const` leave; undefined where the schema has neither. */
export function enumOf(shape: Shape): readonly unknown[] | undefined {
  const lists = shape.layers.flatMap(({ keywords }) => [
    ...(keywords.enum === undefined ? [] : [keywords.enum]),
    ...(Object.hasOwn(keywords, 'const') ? [[keywords.const]] : []),
  ]);
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => includes(list, value)));
}

export function includes(values: readonly unknown[], value: unknown): boolean {
  return values.some((other) => isEqual(other, value));
}

export function propertiesOf({ layers, side }: Shape): ReadonlyMap<string, Shape> {
  const ids = new Map<string, SchemaId[]>();
  for (const { keywords } of layers)
    for (const [name, id] of Object.entries(keywords.properties ?? {}))
      ids.set(name, [...(ids.get(name) ?? []), id]);
  return new Map([...ids].map(([name, list]) => [name, shapeOf(list, side, '')]));
}

/** What a schema says of properties that it does not name: anything, nothing, or what a schema accepts. */
export function additionalOf({ layers, side }: Shape): 'open' | 'closed' | Shape {
  const ids = layers.flatMap(({ keywords }) => [
    ...[keywords.additionalProperties ?? []].flat(),
    ...[keywords.unevaluatedProperties ?? []].flat(),
  ]);
  if (ids.some((id) => side.contract.schemas[id]?.never)) return 'closed';
  const telling = ids.filter((id) => Object.keys(side.contract.schemas[id]?.keywords ?? {}).length > 0);
  return telling.length === 0 ? 'open' : shapeOf(telling, side, '');
}

/** What a schema is called: its key in the description, or the name of the file that it fills. */
export function nameOf({ layers: [{ schema }] }: Shape): string {
  const { file, pointer } = parsePlace(schema.spec);
  return pointer === '' ? file.replace(/^.*\/|\.\w+$/g, '') : pointer.slice(pointer.lastIndexOf('/') + 1);
}
