import { child, children, type Description, type Node } from '../load/description.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * OpenAPI 3.0 schemas said in the words of JSON Schema 2020-12: the boolean forms of `exclusiveMinimum` and
 * `exclusiveMaximum`, and that siblings of a `$ref` mean nothing. Source: OpenAPI 3.0.4, "Schema Object"; the 3.1 migration
 * guide.
 */
export function upgradeSchema(schema: Fields): Record<string, unknown> {
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'] };
  const { exclusiveMinimum, exclusiveMaximum, ...upgraded } = schema;
  moveBound(upgraded, 'minimum', 'exclusiveMinimum', exclusiveMinimum);
  moveBound(upgraded, 'maximum', 'exclusiveMaximum', exclusiveMaximum);
  return upgraded;
}

function moveBound(schema: Record<string, unknown>, bound: string, exclusive: string, flag: unknown): void {
  if (flag === true && schema[bound] !== undefined) {
    schema[exclusive] = schema[bound];
    delete schema[bound];
  } else if (typeof flag !== 'boolean' && flag !== undefined) schema[exclusive] = flag;
}

/** Keywords beside which `nullable` can't be said by the type alone. */
const BESIDE = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'enum', 'const'];

/**
 * Whether null fits a schema whatever else it says. `nullable` means so wherever it stands, and as a member of `allOf` for
 * the whole of it: by the letter of 3.0 it adds to `type` alone, and in 3.1 it is nothing, but nobody writes it who does not
 * want null let in. A `type` that has nothing beside it that could refuse null gets null for another type: `value` is changed.
 */
export function isNullable(description: Description, node: Node, value: Record<string, unknown>): boolean {
  if (!saysNullable(description, node)) return false;
  if (BESIDE.some((keyword) => Object.hasOwn(value, keyword))) return true;
  const types = [value['type'] ?? []].flat();
  if (types.length > 0 && !types.includes('null')) value['type'] = [...types, 'null'];
  return false;
}

/** Whether a schema says `nullable`, or a member of its `allOf` does. */
export function saysNullable(description: Description, schema: Node): boolean {
  const seen = new Set<string>();
  const says = (node: Node): boolean => {
    const key = `${node.source.path}#${node.pointer}`;
    if (seen.has(key)) return false;
    seen.add(key);
    if (child(node, 'nullable')?.value === true) return true;
    return children(child(node, 'allOf')).some(([, part]) => says(followed(description, part)) || says(part));
  };
  return says(schema);
}

/** What a reference leads to; itself where that is nowhere, which is told where it is read. */
export function followed(description: Description, node: Node, goesOn?: (node: Node) => boolean): Node {
  try {
    return description.deref(node, goesOn);
  } catch {
    return node;
  }
}

/** The members of a map, through its `$ref`; none where that leads nowhere, which is told where it is read. */
export function membersOf(description: Description, node: Node | undefined): [string, Node][] {
  try {
    return description.members(node);
  } catch {
    return [];
  }
}
