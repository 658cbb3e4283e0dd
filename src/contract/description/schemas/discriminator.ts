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
  let isWhole = choices.length > 0;
  for (const [, alternative] of choices) {
    if (child(alternative, '$ref') === undefined) {
      isWhole = false;
      continue;
    }
    const name = nameOf(targetOf(alternative));
    mapping[name] = idOf(alternative, name);
  }
  if (choices.length === 0) {
    const heirs = heirsOf(root, schema, targetOf);
    for (const [name, heir] of heirs) mapping[name] = idOf(heir, name);
    isWhole = heirs.length > 0;
    // It names itself as well, and chooses nothing then.
    if (isWhole) mapping[nameOf(schema)] ??= idOf(schema, nameOf(schema));
  }
  const targetAt = (target: Node, text: string, name: string): string | undefined => {
    const found = mapped(root, target, text);
    if (found !== undefined) return idOf(found, name);
    fault(placeOf(target), `a mapping names no schema: ${text}`);
    return undefined;
  };
  for (const [value, target] of children(child(at, 'mapping'))) {
    if (typeof target.value !== 'string')
      fault(placeOf(target), 'a mapping leads to the name of a schema or to a reference');
    else {
      const id = targetAt(target, target.value, value);
      if (id !== undefined) mapping[value] = id;
    }
  }
  const other = child(at, 'defaultMapping');
  const byDefault =
    typeof other?.value === 'string' ? targetAt(other, other.value, 'defaultMapping') : undefined;
  return {
    property,
    mapping,
    ...(byDefault !== undefined && { byDefault }),
    ...(isWhole && { isWhole }),
  };
}

function componentSchemas(root: Node): Node | undefined {
  const components = child(root, 'components');
  return components && child(components, 'schemas');
}

/** The schemas that include this one through `allOf`, also by way of another, by name. */
function heirsOf(root: Node, schema: Node, targetOf: SchemaTools['targetOf']): [string, Node][] {
  const candidates = children(componentSchemas(root)).map(([name, candidate]) => {
    const parts = children(child(candidate, 'allOf')).filter(([, part]) => child(part, '$ref') !== undefined);
    return { name, candidate, includes: parts.map(([, part]) => keyOf(targetOf(part))) };
  });
  const ancestors = new Set([keyOf(schema)]);
  const heirs = new Map<string, Node>();
  for (const ancestor of ancestors) {
    for (const { name, candidate, includes } of candidates) {
      if (!includes.includes(ancestor)) continue;
      heirs.set(name, candidate);
      ancestors.add(keyOf(candidate));
    }
  }
  return [...heirs];
}

function keyOf({ source, pointer }: Node): string {
  return `${source.path}#${pointer}`;
}

/** A mapping's target: the name of a component, or a reference as in `$ref`, which has more than letters. */
function mapped(root: Node, at: Node, text: string): Node | undefined {
  const schemas = componentSchemas(root);
  const named = schemas && child(schemas, text);
  if (named !== undefined || !/[/.#]/.test(text)) return named;
  return { source: at.source, pointer: at.pointer, value: { $ref: text } };
}

/** The last word of a schema's pointer, or the name of its file. */
export function nameOf(schema: Node): string {
  const last = schema.pointer.split('/').at(-1);
  if (last !== undefined && last !== '') return last;
  const file = schema.source.file.split('/').at(-1) ?? '';
  return file.replace(/\.(ya?ml|json)$/i, '');
}
