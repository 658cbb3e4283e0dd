import { escapeSegment } from '../json/pointer.ts';
import type { Source } from './source.ts';

/** Every string that stands under a key, wherever it does. */
export function stringsAt(
  root: unknown,
  key: string,
  skipped: ReadonlySet<string> = NO_NAMES,
): { readonly text: string; readonly holder: string }[] {
  const found: { text: string; holder: string }[] = [];
  for (const [value, pointer] of objectsIn(root, skipped)) {
    const text = Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof text === 'string') found.push({ text, holder: pointer });
  }
  return found;
}

/** What the mappings of discriminators lead to that is, or may be, a file: the names of schemas have no slash or dot. */
export function mappedFiles(root: unknown): string[] {
  const files: string[] = [];
  for (const [{ propertyName, mapping }] of objectsIn(root)) {
    if (typeof propertyName !== 'string' || typeof mapping !== 'object' || mapping === null) continue;
    files.push(...Object.values(mapping).filter((text) => typeof text === 'string' && /[/.]/.test(text)));
  }
  return files;
}

/**
 * Every object (and array) in a value, with its pointer. Does not recurse, and goes once into what YAML aliases make stand
 * in several places, or in itself.
 */
function* objectsIn(
  root: unknown,
  skipped: ReadonlySet<string> = NO_NAMES,
): Generator<[value: Readonly<Record<string, unknown>>, pointer: string]> {
  const seen = new Set<unknown>();
  const left: [value: unknown, pointer: string][] = [[root, '']];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, pointer] = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    yield [value as Readonly<Record<string, unknown>>, pointer];
    for (const [name, member] of Object.entries(value)) {
      if (!skipped.has(name)) left.push([member, `${pointer}/${escapeSegment(name)}`]);
    }
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Keywords whose values are data: what looks like a schema in them is none. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'example', 'examples']);

const known = new WeakMap<Source, ReadonlyMap<string, string>>();

/** The pointers of a file's `$anchor`s, by name. */
export function anchorsOf(source: Source): ReadonlyMap<string, string> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const anchors = ['$anchor', '$dynamicAnchor'].flatMap((key) => stringsAt(source.value, key, DATA));
  const map = new Map(anchors.map(({ text, holder }) => [text, holder]));
  known.set(source, map);
  return map;
}
