import { children, type Description, type Node } from '../../description/load/description.ts';

const DEEPEST = 12;
const WORDS = new Set(['description', 'title', 'summary', 'example', 'examples', '$comment']);

/** A value with what its `$ref`s lead to in their place, and without words; a deeper nesting is cut. */
export function withoutRefs(node: Node, description: Description, depth: number = 0): unknown {
  const target = description.deref(node);
  if (typeof target.value !== 'object' || target.value === null) return target.value;
  if (depth > DEEPEST) return '…';
  const entries = children(target)
    .filter(([name]) => !WORDS.has(name))
    .map(([name, member]) => [name, withoutRefs(member, description, depth + 1)]);
  return Array.isArray(target.value) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
