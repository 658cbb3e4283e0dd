import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type ScalarTag,
  type Node as YamlNode,
} from 'yaml';
import { unescapeSegment } from '../../json/pointer.ts';

/** What a parser makes of a text: its value, and where each part begins. */
export interface ParsedText {
  readonly value: unknown;
  /** Offset of the key (or array item) at a JSON Pointer; the parent's where it has none. */
  offsetOf(pointer: string): number;
}

type Fail = (reason: string, offset?: number) => never;

/** YAML aliases and merge keys can multiply a small file into a huge one; a description has no need of more than this. */
const MAX_ALIASES = 10_000;

/** `<<` as in YAML 1.1: no part of YAML 1.2, and used in descriptions all the same. */
const OPTIONS = {
  merge: true,
  prettyErrors: false,
  stringKeys: false,
  // The parser compares each key with every other; `refuseRepeated` finds a repeated one in one pass.
  uniqueKeys: false,
} as const;

export function readYamlSource(text: string, fail: Fail): ParsedText {
  const document = parseDocument(text, { ...OPTIONS, customTags: (tags) => tags.map(exact) });
  const error = document.errors[0];
  if (error !== undefined) fail(firstLine(error.message), error.pos[0]);
  refuseRepeated(document.contents, fail);
  const value = toValue(document, fail);
  if (/[&*]/.test(text) && isCircular(value)) fail('an alias stands in what it stands for');
  return { value, offsetOf: offsetsIn(document) };
}

/** Of integers those that a double does not hold are read as bigints. */
function exact<T>(tag: T): T {
  const { tag: name, resolve } = tag as ScalarTag;
  if (name !== 'tag:yaml.org,2002:int') return tag;
  return {
    ...tag,
    resolve: (...[text, onError, options]: Parameters<ScalarTag['resolve']>) => {
      const integer = resolve.call(tag, text, onError, { ...options, intAsBigInt: true }) as bigint;
      return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
    },
  };
}

type Document = ReturnType<typeof parseDocument>;

function toValue(document: Document, fail: Fail): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return fail(firstLine(error instanceof Error ? error.message : String(error)));
  }
}

/** Goes once into what aliases make stand in several places. */
function isCircular(value: unknown): boolean {
  const within = new Set<unknown>();
  const done = new Set<unknown>();
  const visit = (part: unknown): boolean => {
    if (typeof part !== 'object' || part === null || done.has(part)) return false;
    if (within.has(part)) return true;
    within.add(part);
    const found = Object.values(part).some(visit);
    within.delete(part);
    done.add(part);
    return found;
  };
  return visit(value);
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.trim() ?? '';
}

function refuseRepeated(root: YamlNode | null, fail: Fail): void {
  const visit = (node: unknown): void => {
    if (!isCollection(node)) return;
    const names = new Set<string>();
    for (const item of node.items) {
      visit(isPair(item) ? item.value : item);
      if (!isMap(node)) continue;
      const { key } = item as { key: unknown };
      const name = isMerge(key) ? undefined : nameOf(key);
      if (name === undefined) continue;
      if (names.has(name)) fail('Map keys must be unique', (key as YamlNode | null)?.range?.[0]);
      names.add(name);
    }
  };
  visit(root);
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** The name that a key has in the value; undefined for one that is a list or a map: no description has such. */
function nameOf(key: unknown): string | undefined {
  if (isScalar(key)) return key.value === null ? '' : String(key.value);
  return isAlias(key) || isCollection(key) ? undefined : String(key);
}

interface Member {
  readonly offset: number | undefined;
  readonly node: unknown;
}

/** Where keys and items stand, through aliases and merge keys: at the lines that those stand for. */
function offsetsIn(document: Document): ParsedText['offsetOf'] {
  const targets = new Map<Alias, YamlNode | undefined>();
  const members = new Map<unknown, ReadonlyMap<string, Member>>();
  const targetOf = (node: unknown): unknown => {
    if (!isAlias(node)) return node;
    if (!targets.has(node)) targets.set(node, node.resolve(document));
    return targets.get(node);
  };
  const membersOf = (node: unknown): ReadonlyMap<string, Member> => {
    const known = members.get(node);
    if (known !== undefined) return known;
    const found = new Map<string, Member>();
    members.set(node, found);
    const merged: unknown[] = [];
    for (const [index, item] of isCollection(node) ? node.items.entries() : []) {
      const [key, value] = isPair(item) ? [item.key, item.value] : [item, item];
      const name = isMap(node) ? nameOf(key) : String(index);
      if (isMerge(key)) merged.push(value);
      else if (name !== undefined)
        found.set(name, { offset: (key as YamlNode | null)?.range?.[0], node: value });
    }
    for (const source of merged.map(targetOf).flatMap((each) => (isSeq(each) ? each.items : [each]))) {
      for (const [name, member] of membersOf(targetOf(source))) if (!found.has(name)) found.set(name, member);
    }
    return found;
  };
  return (pointer) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const segment of pointer.split('/').slice(1)) {
      const member = membersOf(targetOf(node)).get(unescapeSegment(segment));
      if (member === undefined) break;
      offset = member.offset ?? offset;
      node = member.node;
    }
    return offset;
  };
}
