import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { unescapeSegment, valueAt } from '../../json/pointer.ts';
import { fileError, isRecordingError } from '../../recordings/recording-error.ts';
import { DescriptionError } from '../limitations.ts';
import { child, children, type Description, type Node, placeOf } from './description.ts';
import { type Resource, referencesOf, resourceOf, targetsOf } from './references.ts';
import { parseSource, type Source } from './source.ts';

/** Reads a file as text: how a description's files are reached. */
export type ReadText = (absolutePath: string) => Promise<string>;

export interface LoadOptions {
  /** What places are relative to. Default: the current directory. */
  readonly relativeTo?: string | undefined;
  /** Folders outside of the description's project whose files it may refer to. Default: none. */
  readonly allowRefs?: readonly string[] | undefined;
  /** Reads files in place of the file system; then any may be referred to. */
  readonly readText?: ReadText | undefined;
}

/**
 * Loads a description and, transitively, the files that it refers to. Nothing is fetched. A `$ref` that can't be
 * loaded is an error only when it is followed. Throws DescriptionError.
 */
export async function loadDescription(
  path: string,
  { relativeTo = process.cwd(), allowRefs = [], readText }: LoadOptions = {},
): Promise<Description> {
  if (/^https?:\/\//i.test(path))
    throw new DescriptionError(path, 'is a URL: download it, for nothing is fetched, and give the file');
  const sources = new Map<string, Source>();
  const resources = new Map<string, Resource>();
  /** Why a file that is referred to was not read. */
  const unread = new Map<string, FileFault>();
  const refuses = readText === undefined ? await projectFiles(path, allowRefs) : undefined;
  const load = async (absolute: string): Promise<void> => {
    const file = (relative(relativeTo, absolute) || absolute).replaceAll('\\', '/');
    const text = await (readText === undefined ? readFile(absolute, 'utf8') : readText(absolute));
    const source = parseSource(file, absolute, text);
    sources.set(absolute, source);
    const references = referencesOf(source);
    for (const each of references.resources) if (!resources.has(each.uri)) resources.set(each.uri, each);
    for (const target of references.files) {
      if (sources.has(target) || unread.has(target)) continue;
      try {
        const why = await refuses?.(target);
        if (why !== undefined) unread.set(target, { kind: 'unsupported', why });
        else await load(target);
      } catch (error) {
        unread.set(target, faultOf(error as NodeJS.ErrnoException));
      }
    }
  };
  const rootPath = resolve(path);
  await load(rootPath).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof DescriptionError) throw error;
    throw new DescriptionError(path, faultOf(error).why, { cause: error });
  });
  const rootSource = sources.get(rootPath) as Source;
  const files: Files = { sources, resources, unread };
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
    members: (node) => (node === undefined ? [] : merged(follow(node, files))),
  };
}

/** The nearest comes first, and overrides the others. */
function merged(layers: readonly Node[]): [key: string, member: Node][] {
  if (layers.length === 1) return children(layers[0]);
  const isRef = (key: string, { value }: Node): boolean => key === '$ref' && typeof value === 'string';
  const all = layers.toReversed().flatMap((layer) => children(layer));
  return [...new Map(all.filter(([key, member]) => !isRef(key, member)))];
}

interface Files {
  readonly sources: ReadonlyMap<string, Source>;
  /** By URI. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly unread: ReadonlyMap<string, FileFault>;
}

interface FileFault {
  readonly kind: 'wrong' | 'unsupported';
  readonly why: string;
}

/** Where a reference stands as no reader looks for one: in the name of a security requirement. */
const NOT_FOLLOWED: FileFault = { kind: 'unsupported', why: 'nothing else refers to' };

function faultOf(error: NodeJS.ErrnoException): FileFault {
  if (error instanceof DescriptionError) return { kind: 'wrong', why: `can't be read (${error.message})` };
  const known = fileError('', error);
  return { kind: 'wrong', why: isRecordingError(known) ? known.reason : `can't be read (${error.message})` };
}

function follow(
  start: Node,
  files: Files,
  goesOn: (node: Node) => boolean = () => true,
  sought: ReadonlySet<string> = new Set(),
): [Node, ...Node[]] {
  const chain: [Node, ...Node[]] = [start];
  const seen = new Set(sought);
  for (let node = start; ; ) {
    const ref = child(node, '$ref') ?? child(node, '$dynamicRef');
    if (ref === undefined || typeof ref.value !== 'string' || !goesOn(node)) return chain;
    const found = resolveRef(ref, ref.value, files, seen);
    node = { ...(ref.pointer.endsWith('/$ref') ? found : outermost(found, ref)), ...scopeOf(node) };
    chain.push(node);
  }
}

/**
 * What a reference leads to; `at` is where it stands, `seen` the places that were sought before it. Throws DescriptionError.
 */
function resolveRef(at: Node, reference: string, files: Files, seen: Set<string>): Node {
  const fail = (why: string, kind: 'wrong' | 'unsupported' = 'wrong'): never => {
    throw new DescriptionError(placeOf(at), `$ref ${why}: ${reference}`, { kind });
  };
  const targets = targetsOf(reference, at, (uri) => files.resources.get(uri));
  if (targets === 'a URL') return fail('is not followed, for nothing is fetched', 'unsupported');
  if (targets.length === 0) return fail('must be a file path, a JSON Pointer or both');
  for (const target of targets) {
    const source = 'file' in target ? files.sources.get(target.file) : target.resource.source;
    if (source === undefined) {
      const { kind, why } = files.unread.get((target as { file: string }).file) ?? NOT_FOLLOWED;
      return fail(`leads to a file that ${why}`, kind);
    }
    const resource = 'file' in target ? referencesOf(source).resources[0] : target.resource;
    const { fragment } = target;
    const isAnchor = fragment !== '' && !fragment.startsWith('/');
    const within = isAnchor ? resource.anchors.get(fragment) : resource.pointer + fragment;
    if (within === undefined) continue;
    const key = `${source.path}#${within}`;
    if (seen.has(key)) fail('goes round in a circle');
    seen.add(key);
    const found = locate(source, within, files, seen);
    if (found !== undefined) return found;
  }
  return fail('leads nowhere');
}

function scopeOf({ scope }: Node): Pick<Node, 'scope'> {
  return scope === undefined ? {} : { scope };
}

/**
 * Where a `$dynamicRef` leads: the `$dynamicAnchor` of the same name that is outermost among what it was reached through,
 * where it leads to one at all. Source: JSON Schema 2020-12, "Core", section 8.2.3.2.
 */
function outermost(found: Node, { value, scope = [] }: Node): Node {
  const name = String(value).replace(/^[^#]*#/s, '');
  const { dynamic, anchors } = resourceOf(found.source, found.pointer);
  if (!dynamic.has(name) || anchors.get(name) !== found.pointer) return found;
  const outer = scope.find((resource) => resource.dynamic.has(name));
  const pointer = outer?.anchors.get(name);
  if (outer === undefined || pointer === undefined) return found;
  return { source: outer.source, pointer, value: valueAt(outer.source.value, pointer) };
}

/** The node at a pointer, through references on the way. */
function locate(source: Source, pointer: string, files: Files, seen: ReadonlySet<string>): Node | undefined {
  let node: Node | undefined = { source, pointer: '', value: source.value };
  for (const segment of pointer.split('/').slice(1)) {
    const key = unescapeSegment(segment);
    node = child(node, key) ?? child(follow(node, files, undefined, seen).at(-1) as Node, key);
    if (node === undefined) return undefined;
  }
  return node;
}

/** Tells why a file that a description refers to is not read; undefined where it is. */
type RefusesFile = (path: string) => Promise<string | undefined>;

const OUTSIDE = "is outside of the description's project, and not read without --allow-refs";

/**
 * A description may come from anywhere, and name any path. Read are regular files of its project (the nearest folder above it
 * with `.git` or `package.json`, else its own) and of the folders that are allowed: links that lead elsewhere are not
 * followed, and no pipe or device is waited for.
 */
async function projectFiles(description: string, allowed: readonly string[]): Promise<RefusesFile> {
  const folders = [await projectOf(dirname(resolve(description))), ...allowed.map((path) => resolve(path))];
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
  const isWithin = (path: string): boolean => [...folders, ...real].some((folder) => holds(folder, path));
  return async (path) => {
    if (!isWithin(path)) return OUTSIDE;
    const target = await realpath(path);
    if (!isWithin(target)) return OUTSIDE;
    return (await stat(target)).isFile() ? undefined : "can't be read (it is no regular file)";
  };
}

async function projectOf(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    for (const mark of ['.git', 'package.json']) {
      if (await stat(join(at, mark)).catch(() => undefined)) return at;
    }
    if (at === dirname(at)) return folder;
  }
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && way !== resolve(way);
}
