import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { escapeSegment, valueAt } from '../json/pointer.ts';
import { DescriptionError } from './description-error.ts';
import { anchorsOf, mappedFiles, stringsAt } from './look-through.ts';
import { parseSource, type Source } from './source.ts';

/** A part of a description: which file, where in it, and its value. */
export interface Node {
  readonly source: Source;
  readonly pointer: string;
  readonly value: unknown;
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
  /** As `children`, of what the node or its `$ref` leads to; the children themselves may still be references. */
  members(node: Node | undefined): [key: string, member: Node][];
}

/** Reads a file as text: how a description's files are reached. */
export type ReadText = (absolutePath: string) => Promise<string>;

const readUtf8: ReadText = (path) => readFile(path, 'utf8');

/**
 * A description may name any path, and reading a pipe or a device may take forever: only what a person named is read
 * whatever it is, such as `/dev/stdin`.
 */
async function refuseOtherThanFile(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) throw new Error('it is no regular file');
}

/**
 * Loads a description and, transitively, the files that it refers to. Nothing is fetched. A `$ref` that can't be
 * loaded is an error only when it is followed, for one inside an example is just data. Places are relative to
 * `relativeTo` (default: the current directory). Throws DescriptionError.
 */
export async function loadDescription(
  path: string,
  relativeTo: string = process.cwd(),
  readText: ReadText = readUtf8,
): Promise<Description> {
  const sources = new Map<string, Source>();
  /** Why a file that is referred to was not read. */
  const unread = new Map<string, string>();
  const load = async (absolute: string): Promise<void> => {
    const file = (relative(relativeTo, absolute) || absolute).replaceAll('\\', '/');
    const source = parseSource(file, absolute, await readText(absolute));
    sources.set(absolute, source);
    for (const target of filesOf(source)) {
      if (sources.has(target) || unread.has(target)) continue;
      try {
        if (readText === readUtf8) await refuseOtherThanFile(target);
        await load(target);
      } catch (error) {
        if (error instanceof DescriptionError) throw error;
        unread.set(target, whyUnread(error as NodeJS.ErrnoException));
      }
    }
  };
  const rootPath = resolve(path);
  await load(rootPath).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof DescriptionError) throw error;
    throw new DescriptionError(path, `can't be read (${error.code ?? error.message})`, { cause: error });
  });
  const rootSource = sources.get(rootPath) as Source;
  const files = { sources, unread };
  const deref: Description['deref'] = (node, goesOn) => follow(node, files, goesOn).at(-1) as Node;
  return {
    root: { source: rootSource, pointer: '', value: rootSource.value },
    sources: [...sources.values()],
    deref,
    chain: (node) => follow(node, files),
    at: (node, key) => {
      const found = node && child(deref(node), key);
      return found && deref(found);
    },
    members: (node) => children(node && deref(node)),
  };
}

/** The files that a file refers to: by `$ref`, or by nothing but the mapping of a discriminator. */
function filesOf(source: Source): Set<string> {
  const refs = stringsAt(source.value, '$ref').map(({ text }) => text);
  const targets = [...refs, ...mappedFiles(source.value)].map((ref) => refTarget(ref, source));
  return new Set(targets.flatMap((target) => (typeof target === 'object' ? target.path : [])));
}

function whyUnread({ code, message }: NodeJS.ErrnoException): string {
  return code === 'ENOENT' ? 'does not exist' : `can't be read (${code ?? message})`;
}

/** The child of a node by key; undefined where there is none. */
export function child(node: Node, key: string | number): Node | undefined {
  const value = node.value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return {
    source: node.source,
    pointer: `${node.pointer}/${escapeSegment(String(key))}`,
    value: (value as Record<string | number, unknown>)[key],
  };
}

/** The children of a node (object or array) with their keys; none where it is neither. */
export function children(node: Node | undefined): [key: string, child: Node][] {
  if (node === undefined || typeof node.value !== 'object' || node.value === null) return [];
  return Object.keys(node.value).map((key) => [key, child(node, key) as Node]);
}

export function placeOf(node: Node): string {
  return node.source.place(node.pointer);
}

function follow(
  start: Node,
  { sources, unread }: { sources: ReadonlyMap<string, Source>; unread: ReadonlyMap<string, string> },
  goesOn: (node: Node) => boolean = () => true,
): [Node, ...Node[]] {
  const chain: [Node, ...Node[]] = [start];
  let node = start;
  const seen = new Set<string>();
  for (;;) {
    const ref = child(node, '$ref');
    if (ref === undefined || typeof ref.value !== 'string' || !goesOn(node)) return chain;
    const target = refTarget(ref.value, node.source);
    const fail = (why: string, kind: 'wrong' | 'unsupported' = 'wrong'): never => {
      throw new DescriptionError(placeOf(ref), `$ref ${why}: ${String(ref.value)}`, { kind });
    };
    if (target === undefined) return fail('must be a file path, a JSON Pointer or both');
    if (target === 'a URL') return fail('is not followed, for nothing is fetched', 'unsupported');
    const source = sources.get(target.path);
    if (source === undefined)
      return fail(`leads to a file that ${unread.get(target.path) ?? "can't be read"}`);
    const pointer = isAnchor(target.fragment) ? anchorsOf(source).get(target.fragment) : target.fragment;
    const value = pointer === undefined ? undefined : valueAt(source.value, pointer);
    if (pointer === undefined || value === undefined) return fail('leads nowhere');
    const key = `${target.path}#${pointer}`;
    if (seen.has(key)) fail('goes round in a circle');
    seen.add(key);
    node = { source, pointer, value };
    chain.push(node);
  }
}

function isAnchor(fragment: string): boolean {
  return fragment !== '' && !fragment.startsWith('/');
}

/** Where a `$ref` leads: a file, and a JSON Pointer or `$anchor` in it; undefined for a malformed reference. */
function refTarget(ref: string, source: Source): { path: string; fragment: string } | 'a URL' | undefined {
  const hash = ref.indexOf('#');
  const file = hash < 0 ? ref : ref.slice(0, hash);
  const fragment = hash < 0 ? '' : ref.slice(hash + 1);
  if (/^[a-z][a-z\d+.-]+:/i.test(file)) return 'a URL';
  try {
    return {
      path: file === '' ? source.path : resolve(dirname(source.path), decodeURIComponent(file)),
      fragment: decodeURIComponent(fragment),
    };
  } catch {
    return undefined;
  }
}
