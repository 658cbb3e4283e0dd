import { isAlias, isCollection, isMap, isPair, isScalar, parseDocument, type Node as YamlNode } from 'yaml';
import { escapeSegment } from '../json/pointer.ts';
import { expandMerges } from './expand-merges.ts';
import type { ParsedText } from './parsed-text.ts';

/** YAML aliases can multiply a small file into a huge one; a description has no need of more than this. */
const MAX_ALIASES = 1000;

export function readYamlSource(text: string, fail: (reason: string, offset?: number) => never): ParsedText {
  // The parser compares each key with every other; `offsetsOf` finds a repeated one in one pass.
  const document = parseDocument(text, { prettyErrors: false, stringKeys: false, uniqueKeys: false });
  const error = document.errors[0];
  if (error !== undefined) fail(firstLine(error.message), error.pos[0]);
  if (text.includes('<<')) expandMerges(document.contents, text.length, fail);
  const offsets = offsetsOf(document.contents, fail);
  const value = toValue(document, fail);
  if (/[&*]/.test(text) && isCircular(value)) fail('an alias stands in what it stands for');
  return { value, offsets: () => offsets };
}

function toValue(document: ReturnType<typeof parseDocument>, fail: (reason: string) => never): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return fail(firstLine(error instanceof Error ? error.message : String(error)));
  }
}

function isCircular(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return false;
  } catch (error) {
    if (error instanceof TypeError) return true;
    throw error;
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.trim() ?? '';
}

function offsetsOf(
  root: YamlNode | null,
  fail: (reason: string, offset?: number) => never,
): Map<string, number> {
  const offsets = new Map<string, number>();
  const visit = (node: unknown, pointer: string): void => {
    if (!isCollection(node)) return;
    const isKeyed = isMap(node);
    node.items.forEach((item, index) => {
      const key = isPair(item) ? item.key : item;
      const name = isKeyed ? keyName(key) : String(index);
      const range = (key as YamlNode | null)?.range;
      if (name !== undefined) {
        const child = `${pointer}/${escapeSegment(name)}`;
        if (isKeyed && offsets.has(child)) fail('Map keys must be unique', range?.[0]);
        if (range) offsets.set(child, range[0]);
        visit(isPair(item) ? item.value : item, child);
      }
    });
  };
  visit(root, '');
  return offsets;
}

/** The name that a key has in the value; undefined for one that is a list or a map: no description has such. */
function keyName(key: unknown): string | undefined {
  if (isScalar(key)) return key.value === null ? '' : String(key.value);
  return isAlias(key) || isCollection(key) ? undefined : String(key);
}
