import { DescriptionError } from '../description-error.ts';
import { child, type Node, placeOf } from './description.ts';

/** The string under a key; undefined where there is none. */
export function stringAt(node: Node, key: string): string | undefined {
  const value = child(node, key)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Whether the value under a key is `true`. */
export function isTrue(node: Node, key: string): boolean {
  return child(node, key)?.value === true;
}

export function fail(node: Node, reason: string): never {
  throw new DescriptionError(placeOf(node), reason);
}

/** The node, if it is a map. Throws DescriptionError. */
export function mapOf(node: Node, name: string): Node {
  const { value } = node;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return node;
  return fail(node, `${name} must be a map`);
}
