import { escapeSegment } from '../json/pointer.ts';
import type { Source } from './source.ts';

/**
 * Every string that stands under a key, wherever it does. Does not recurse, and goes once into what YAML aliases make
 * stand in several places, or in itself.
 */
export function stringsAt(
  root: unknown,
  key: string,
  skipped: ReadonlySet<string> = new Set(),
): { readonly text: string; readonly holder: string }[] {
  const found: { text: string; holder: string }[] = [];
  const seen = new Set<unknown>();
  const left: [value: unknown, pointer: string][] = [[root, '']];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, pointer] = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [name, member] of Object.entries(value)) {
      if (name === key && typeof member === 'string') found.push({ text: member, holder: pointer });
      else if (!skipped.has(name)) left.push([member, `${pointer}/${escapeSegment(name)}`]);
    }
  }
  return found;
}

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
