import { escapeSegment } from '../json/pointer.ts';
import type { ShapeNode, ShapeNodes } from './shape-nodes.ts';

export interface UndocumentedProperty {
  /** JSON Pointer. */
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  /** The schema of the object that holds it: its name, its place, and the names that it does document. */
  readonly holder: string;
  readonly spec: string;
  readonly documented: readonly string[];
  readonly siblings: Readonly<Record<string, unknown>>;
}

/** Every property of a value that no schema which applies to it names. A schema that names none leaves it open. */
export function* undocumentedProperties(
  nodes: ShapeNodes,
  start: ShapeNode,
  value: unknown,
  path = '',
): Generator<UndocumentedProperty> {
  if (typeof value !== 'object' || value === null) return;
  const node = nodes.resolve(start, value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* undocumentedProperties(nodes, nodes.item(node, index), item, `${path}/${index}`);
    }
    return;
  }
  const { owner, members } = node;
  for (const [name, member] of Object.entries(value)) {
    const at = `${path}/${escapeSegment(name)}`;
    const documented = nodes.member(node, name);
    if (documented !== undefined) {
      yield* undocumentedProperties(nodes, nodes.nodeOf(documented), member, at);
    } else if (owner !== undefined) {
      const siblings = value as Readonly<Record<string, unknown>>;
      const names = [...members.keys()];
      yield {
        path: at,
        name,
        value: member,
        holder: owner.name,
        spec: owner.spec,
        documented: names,
        siblings,
      };
    }
  }
}
