import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
} from 'yaml';
import { escapeSegment } from '../json/pointer.ts';
import { DescriptionError } from './description-error.ts';

/** One file of a description: its value, and where in the text each part of it stands. */
export interface Source {
  /** As shown in places: relative to the folder that the places should be relative to. */
  readonly file: string;
  /** Absolute path: what `$ref` is resolved against. */
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** `file:line:column#pointer` of the key (or array item) at a JSON Pointer; the parent's where it has none. */
  place(pointer: string): string;
}

/** YAML aliases can multiply a small file into a huge one; a description has no need of more than this. */
const MAX_ALIASES = 1000;

/** Parses YAML or JSON (which is YAML) and keeps the position of every key. Throws DescriptionError. */
export function parseSource(file: string, path: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const error = document.errors[0];
  if (error !== undefined) throw new DescriptionError(at(error.pos[0]), oneLine(error.message));
  const value = toValue(document, file);
  let offsets: Map<string, number> | undefined;
  const place = (pointer: string): string => {
    offsets ??= offsetsOf(document.contents);
    let known = pointer;
    while (known !== '' && !offsets.has(known)) known = known.slice(0, known.lastIndexOf('/'));
    return `${at(offsets.get(known) ?? 0)}#${pointer}`;
  };
  return { file, path, text, value, place };
}

function toValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    throw new DescriptionError(file, oneLine(error instanceof Error ? error.message : String(error)));
  }
}

function oneLine(message: string): string {
  return message.split('\n')[0]?.trim() ?? '';
}

function offsetsOf(root: YamlNode | null): Map<string, number> {
  const offsets = new Map<string, number>();
  const visit = (node: unknown, pointer: string): void => {
    if (!isCollection(node)) return;
    node.items.forEach((item, index) => {
      const key = isPair(item) ? item.key : item;
      const segment = isMap(node) && isScalar(key) ? String(key.value) : String(index);
      const child = `${pointer}/${escapeSegment(segment)}`;
      const range = (key as YamlNode | null)?.range;
      if (range) offsets.set(child, range[0]);
      visit(isPair(item) ? item.value : item, child);
    });
  };
  visit(root, '');
  return offsets;
}
