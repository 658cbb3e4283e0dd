import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeSegment } from '../../json/pointer.ts';
import type { Source } from './source.ts';

/** A file, or a schema in it that has an `$id`: what a reference can name by a URI, with the anchors in it. */
export interface Resource {
  readonly source: Source;
  /** JSON Pointer of its root. */
  readonly pointer: string;
  readonly uri: string;
  /** Pointers by name. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Which of the anchors are `$dynamicAnchor`s. */
  readonly dynamic: ReadonlySet<string>;
}

interface SourceReferences {
  /** The file itself, then what has an `$id`. */
  readonly resources: readonly [Resource, ...Resource[]];
  /** Files that it refers to, if there are such: absolute paths. */
  readonly files: ReadonlySet<string>;
}

/** Keywords whose values are data: what looks like a schema or a reference in them is none. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'example', 'examples']);

/** Keywords whose values are maps: their keys are names, and no keywords. */
const MAPS: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
  ...['schemas', 'responses', 'parameters', 'requestBodies', 'headers', 'pathItems', 'paths', 'content'],
  ...['mediaTypes', 'additionalOperations', 'encoding'],
]);

const known = new WeakMap<Source, SourceReferences>();

/** Looks through a file once. Does not recurse, and goes once into what YAML aliases make stand in several places. */
export function referencesOf(source: Source): SourceReferences {
  const before = known.get(source);
  if (before !== undefined) return before;
  const files = new Set<string>();
  const resource = (pointer: string, uri: string): Draft => {
    const draft = { source, pointer, uri, anchors: new Map<string, string>(), dynamic: new Set<string>() };
    resources.push(draft);
    return draft;
  };
  const resources: Draft[] = [];
  const location = pathToFileURL(source.path).href;
  const root = resource('', selfOf(source.value, location) ?? location);
  const seen = new Set<unknown>();
  const left: [value: unknown, pointer: string, within: Draft, isMap: boolean][] = [
    [source.value, '', root, false],
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, pointer, outer, isMap] = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    let within = outer;
    const map = value as Readonly<Record<string, unknown>>;
    const text = (key: string): string | undefined =>
      Object.hasOwn(map, key) && typeof map[key] === 'string' ? map[key] : undefined;
    if (!isMap && !Array.isArray(value)) {
      const uri = uriOf(text('$id'), outer.uri);
      if (uri !== undefined) within = resource(pointer, uri);
      for (const key of ['$anchor', '$dynamicAnchor']) {
        const name = text(key);
        if (name === undefined) continue;
        within.anchors.set(name, pointer);
        if (key === '$dynamicAnchor') within.dynamic.add(name);
      }
    }
    for (const ref of [text('$ref'), text('$dynamicRef'), ...mapped(map)]) {
      const file = ref === undefined ? undefined : fileOf(ref, source);
      if (file !== undefined) files.add(file);
    }
    for (const [name, member] of Object.entries(map)) {
      if (!isMap && DATA.has(name)) continue;
      left.push([member, `${pointer}/${escapeSegment(name)}`, within, !isMap && MAPS.has(name)]);
    }
  }
  const found = { resources: [root, ...resources.slice(1)], files } as const;
  known.set(source, found);
  return found;
}

type Draft = Resource & { readonly anchors: Map<string, string>; readonly dynamic: Set<string> };

/** What the mapping of a discriminator leads to that may be a file: the names of schemas have no slash or dot. */
function mapped({ propertyName, mapping, defaultMapping }: Readonly<Record<string, unknown>>): string[] {
  if (typeof propertyName !== 'string') return [];
  const targets: unknown[] = [...Object.values(Object(mapping)), defaultMapping];
  return targets.filter((text) => typeof text === 'string').filter((text) => /[/.]/.test(text));
}

/** The URI that a description of OpenAPI 3.2 gives itself; what it refers to is relative to that, and to its file. */
function selfOf(value: unknown, file: string): string | undefined {
  const { openapi, $self } = Object(value) as { readonly openapi?: unknown; readonly $self?: unknown };
  return /^3\.2(?:\.|$)/.test(String(openapi)) && typeof $self === 'string' ? uriOf($self, file) : undefined;
}

function uriOf(reference: string | undefined, base: string): string | undefined {
  if (reference === undefined || !URL.canParse(reference, base)) return undefined;
  return new URL(reference, base).href.replace(/#.*$/, '');
}

/** The path that a reference names, relative to its file; undefined where it is in the same file, or a URL. */
function fileOf(reference: string, { path }: Source): string | undefined {
  const file = reference.replace(/#.*$/s, '');
  if (file === '' || isUrl(file)) return undefined;
  const decoded = decode(file);
  return decoded === undefined ? undefined : resolve(dirname(path), decoded);
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(text);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The innermost resource that holds a place. */
export function resourceOf(source: Source, pointer: string): Resource {
  const { resources } = referencesOf(source);
  let innermost = resources[0];
  for (const each of resources) {
    const holds = pointer === each.pointer || pointer.startsWith(`${each.pointer}/`);
    // Of a file that has an `$id` itself, that is the inner one.
    if (holds && each.pointer.length >= innermost.pointer.length) innermost = each;
  }
  return innermost;
}

/** Where a reference leads: a place in a resource, or a file that may not have been read. */
export type Target =
  | { readonly resource: Resource; readonly fragment: string }
  | { readonly file: string; readonly fragment: string };

/**
 * By what a reference names: an `$id` by its URI, else a file by its path. All that it can be taken for, the first that is
 * there is meant; `a URL` where nothing here can be, and none where it is malformed.
 */
export function targetsOf(
  reference: string,
  { source, pointer }: { readonly source: Source; readonly pointer: string },
  byUri: (uri: string) => Resource | undefined,
): readonly Target[] | 'a URL' {
  const [, name = '', raw = ''] = /^([^#]*)#?(.*)$/s.exec(reference) ?? [];
  const fragment = decode(raw);
  if (fragment === undefined) return [];
  const { resources } = referencesOf(source);
  const base = resourceOf(source, pointer);
  // A pointer is written from the root of the file also where an `$id` makes it start anew.
  if (name === '') return [...new Set([base, resources[0]])].map((resource) => ({ resource, fragment }));
  const uri = uriOf(name, base.uri);
  const named = uri === undefined ? undefined : byUri(uri);
  if (named !== undefined) return [{ resource: named, fragment }];
  if (isUrl(name)) return 'a URL';
  const file = fileOf(name, source);
  return file === undefined ? [] : [{ file, fragment }];
}
