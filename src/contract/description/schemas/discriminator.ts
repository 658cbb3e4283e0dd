import type { Discriminator } from '../../contract.ts';
import { child, children, type Node, placeOf } from '../load/description.ts';

interface SchemaTools {
  /** The schema itself, or what it is but another name of. */
  targetOf(schema: Node): Node;
  /** The id of a schema, by this name where it has none of its own. */
  idOf(schema: Node, name: string): string;
  /** Tells what is wrong with the discriminator. */
  fault(place: string, what: string): void;
}

/**
 * What the discriminator of a schema chooses by each value: the alternatives of `oneOf` and `anyOf` by their names, or
 * where there are none, the schemas that build on this one with `allOf`; `mapping` adds to both, and overrides. It
 * changes nothing of what is valid. Source: OpenAPI 3.1.1, "Discriminator Object".
 */
export function readDiscriminator(
  root: Node,
  schema: Node,
  { targetOf, idOf, fault }: SchemaTools,
): Discriminator | undefined {
  const at = child(schema, 'discriminator');
  const property = at && child(at, 'propertyName')?.value;
  if (at === undefined || typeof property !== 'string') return undefined;
  const mapping: Record<string, string> = Object.create(null);
  const choices = ['oneOf', 'anyOf'].flatMap((keyword) => children(child(schema, keyword)));
  for (const [, alternative] of choices) {
    if (child(alternative, '$ref') === undefined) continue;
    const name = nameOf(targetOf(alternative));
    mapping[name] = idOf(alternative, name);
  }
  if (choices.length === 0) {
    for (const [name, heir] of heirsOf(root, schema, targetOf)) mapping[name] = idOf(heir, name);
  }
  for (const [value, target] of children(child(at, 'mapping'))) {
    if (typeof target.value !== 'string')
      fault(placeOf(target), 'a mapping leads to the name of a schema or to a reference');
    else mapping[value] = idOf(mapped(root, target, target.value), value);
  }
  return { property, mapping };
}

function componentSchemas(root: Node): Node | undefined {
  const components = child(root, 'components');
  return components && child(components, 'schemas');
}

/** The schemas that include this one through `allOf`, by name. */
function heirsOf(root: Node, schema: Node, targetOf: SchemaTools['targetOf']): [string, Node][] {
  const { source, pointer } = schema;
  return children(componentSchemas(root)).filter(([, candidate]) =>
    children(child(candidate, 'allOf')).some(([, part]) => {
      if (child(part, '$ref') === undefined) return false;
      const target = targetOf(part);
      return target.source === source && target.pointer === pointer;
    }),
  );
}

/** A mapping's target: the name of a component, or a reference as in `$ref`. */
function mapped(root: Node, at: Node, text: string): Node {
  const schemas = componentSchemas(root);
  const named = schemas && child(schemas, text);
  return named ?? { source: at.source, pointer: at.pointer, value: { $ref: text } };
}

/** The last word of a schema's pointer, or the name of its file. */
export function nameOf(schema: Node): string {
  const last = schema.pointer.split('/').at(-1);
  if (last !== undefined && last !== '') return last;
  const file = schema.source.file.split('/').at(-1) ?? '';
  return file.replace(/\.(ya?ml|json)$/i, '');
}
