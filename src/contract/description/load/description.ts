import { escapeSegment } from '../../json/pointer.ts';
import { DescriptionError } from '../limitations.ts';
import { type Resource, resourceOf } from './references.ts';
import type { Source } from './source.ts';

/** A part of a description: which file, where in it, and its value. */
export interface Node {
  readonly source: Source;
  readonly pointer: string;
  readonly value: unknown;
  /** What it was reached through that has `$dynamicAnchor`s, outermost first; absent where there is none. */
  readonly scope?: readonly Resource[];
}

/** An OpenAPI description with all files that it refers to, loaded and ready to be walked. */
export interface Description {
  readonly root: Node;
  readonly sources: readonly Source[];
  /**
   * The node itself, or what its `$ref` (or chain of them) leads to; a chain is followed as far as `goesOn` says, to its
   * end by default. Throws DescriptionError.
   */
  deref(node: Node, goesOn?: (node: Node) => boolean): Node;
  /** The node itself, then each that the chain of references leads to. Throws DescriptionError. */
  chain(node: Node): readonly [Node, ...Node[]];
  /** As `child`, through every `$ref` that stands where the node or its child should: OpenAPI names but some such places. */
  at(node: Node | undefined, key: string | number): Node | undefined;
  /**
   * As `children`, of what the node or its `$ref` leads to, and of what stands beside that; the children themselves may
   * still be references.
   */
  members(node: Node | undefined): [key: string, member: Node][];
}

/** The child of a node by key; undefined where there is none. */
export function child(node: Node, key: string | number): Node | undefined {
  const value = node.value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return {
    source: node.source,
    pointer: `${node.pointer}/${escapeSegment(String(key))}`,
    value: (value as Record<string | number, unknown>)[key],
    ...(node.scope && { scope: node.scope }),
  };
}

/** The children of a node (object or array) with their keys; none where it is neither. */
export function children(node: Node | undefined): [key: string, child: Node][] {
  if (node === undefined || typeof node.value !== 'object' || node.value === null) return [];
  return Object.keys(node.value).map((key) => [key, child(node, key) as Node]);
}

/** The schema, with the resource that it stands in among what it was reached through. */
export function enterScope(node: Node): Node {
  const resource = resourceOf(node.source, node.pointer);
  const { scope = [] } = node;
  const isNew = [...resource.dynamic].some((name) => !scope.some(({ dynamic }) => dynamic.has(name)));
  return isNew ? { ...node, scope: [...scope, resource] } : node;
}

export function placeOf(node: Node): string {
  return node.source.place(node.pointer);
}

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
