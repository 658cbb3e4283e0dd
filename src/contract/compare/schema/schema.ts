import { child, type Description, type Node } from '../../description/load/description.ts';

/** A schema as all of the parts that hold at once: itself, what its `$ref` leads to, and its `allOf`. */
export interface Schema {
  /** The first is the one to point at. */
  readonly layers: readonly [Node, ...Node[]];
  /** An `anyOf` or `oneOf` of it names null beside the one other member, which is among the layers. */
  readonly orNull: boolean;
  readonly dialect: Dialect;
  readonly description: Description;
}

/** OpenAPI 3.0 has keywords of its own; from 3.1 on a schema is JSON Schema. */
export type Dialect = '3.0' | '3.1';

export function schemaOf(
  nodes: readonly [Node, ...Node[]],
  description: Description,
  dialect: Dialect,
): Schema {
  const layers = layersOf(nodes, { description, dialect }, new Set());
  return withoutNullMember({
    layers: layers as unknown as Schema['layers'],
    orNull: false,
    dialect,
    description,
  });
}

type Whole = Pick<Schema, 'description' | 'dialect'>;

function layersOf(nodes: readonly Node[], whole: Whole, seen: Set<string>): Node[] {
  return nodes.flatMap((node) => {
    if (seen.has(keyOf(node))) return [];
    seen.add(keyOf(node));
    const target = whole.description.deref(node);
    const parts = (): Node[] => layersOf(childList(node, 'allOf'), whole, seen);
    if (target === node) return [node, ...parts()];
    const led = layersOf([target], whole, seen);
    // What stands beside a `$ref` holds as well, but in OpenAPI 3.0.
    if (whole.dialect === '3.0') return led;
    return [...led, ...(saysSomething(node) ? [node] : []), ...parts()];
  });
}

function keyOf({ source, pointer }: Node): string {
  return `${source.path}#${pointer}`;
}

/** Equal for equal schemas of one description. */
export function schemaKey({ layers }: Schema): string {
  return layers.map(keyOf).join();
}

/** The items under a keyword that holds a list. */
export function childList(node: Node, keyword: string): Node[] {
  const list = child(node, keyword);
  return list === undefined || !Array.isArray(list.value)
    ? []
    : list.value.map((_, index) => child(list, index) as Node);
}

/** A keyword wherever a part has it. */
export function keyword({ layers }: Schema, name: string): Node[] {
  return layers.map((layer) => child(layer, name)).filter((node) => node !== undefined);
}

/** The place of a keyword; that of the schema where it has none. */
export function placeAt(schema: Schema, ...names: string[]): Node {
  return names.flatMap((name) => keyword(schema, name))[0] ?? schema.layers[0];
}

const UNIONS = ['anyOf', 'oneOf'] as const;

/** The members of `anyOf` or `oneOf`, each with all else that the schema says; undefined where it has neither. */
export function membersOf(schema: Schema): Schema[] | undefined {
  const { layers, description, dialect } = schema;
  for (const layer of layers) {
    for (const name of UNIONS) {
      const members = childList(layer, name);
      if (members.length === 0) continue;
      const rest = layers.map((other) => bare(other === layer ? without(layer, name) : other));
      const named = rest.filter(saysSomething);
      return members.map((member) => schemaOf([member, ...named], description, dialect));
    }
  }
  return undefined;
}

/** Whether the schema is nothing but a union. */
export function isPlainUnion({ layers }: Schema): boolean {
  return !UNIONS.reduce(
    (nodes, name) => nodes.map((node) => without(node, name)),
    layers as readonly Node[],
  ).some(saysSomething);
}

const SILENT = new Set([
  '$ref',
  'description',
  'title',
  'summary',
  'example',
  'examples',
  'allOf',
  '$comment',
  'discriminator',
]);

function saysSomething({ value }: Node): boolean {
  if (typeof value !== 'object' || value === null) return value === false;
  return Object.keys(value).some((name) => !SILENT.has(name) && !name.startsWith('x-'));
}

function without(node: Node, name: string): Node {
  if (typeof node.value !== 'object' || node.value === null) return node;
  const { [name]: _, ...rest } = node.value as Record<string, unknown>;
  return { ...node, value: rest };
}

/** A layer with no way back to the others, which stand beside it. */
function bare(node: Node): Node {
  return without(without(node, '$ref'), 'allOf');
}

/** `anyOf: [X, {type: 'null'}]` is X or null. */
function withoutNullMember(schema: Schema): Schema {
  for (const layer of schema.layers) {
    for (const name of UNIONS) {
      const members = childList(layer, name);
      const others = members.filter((member) => !isNull(member));
      const [only] = others;
      if (only === undefined || others.length > 1 || others.length === members.length) continue;
      const rest = schema.layers.map((other) => bare(other === layer ? without(layer, name) : other));
      const layers = layersOf([only, ...rest], schema, new Set());
      return { ...schema, layers: layers as unknown as Schema['layers'], orNull: true };
    }
  }
  return schema;
}

function isNull(node: Node): boolean {
  const type = child(node, 'type')?.value;
  return type === 'null' || (Array.isArray(type) && type.length === 1 && type[0] === 'null');
}
