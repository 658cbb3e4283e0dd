import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { Provenance } from '../../contract/recordings/index.ts';

/** The text of an index, as far as one recording goes. */
export interface IndexText {
  readonly entry: Partial<Provenance> | undefined;
  /** The text with this entry instead, or in addition; not a character of the rest is another. */
  put(entry: Provenance): string;
}

/** Reads an index; undefined if the text is none. */
export function parseIndex(text: string, file: string): IndexText | undefined {
  const document = parseDocument(text);
  const list = document.get('recordings', true);
  const empty = isScalar(list) && list.value === null;
  if (document.errors.length > 0 || !(empty || (isSeq(list) && !list.flow))) return undefined;
  const items = isSeq(list) ? list.items.filter(isMap) : [];
  const found = items.find((item) => item.get('file') === file);
  return {
    entry: found?.toJS(document) as Partial<Provenance> | undefined,
    put: (entry) =>
      found === undefined ? appended(text, items.at(-1), entry) : replaced(text, found, entry),
  };
}

function replaced(text: string, item: YAMLMap, entry: Provenance): string {
  const [start, , end] = rangeOf(item);
  const indent = ' '.repeat(start - lineStart(text, start));
  return text.slice(0, start) + textOf(entry, indent) + text.slice(end);
}

function appended(text: string, last: YAMLMap | undefined, entry: Provenance): string {
  const [start, , end] = last === undefined ? [0, 0, text.length] : rangeOf(last);
  const dash = last === undefined ? '  - ' : text.slice(lineStart(text, start), start);
  const before = text.slice(0, end);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${dash}${textOf(entry, ' '.repeat(dash.length))}${text.slice(end)}`;
}

/** The members of an entry, of which the first one stands behind what is there already. */
function textOf({ file, source, date, shows }: Provenance, indent: string): string {
  const lines = stringify({ file, source, date, shows }, { lineWidth: 110 }).trimEnd().split('\n');
  return `${lines.join(`\n${indent}`)}\n`;
}

function rangeOf({ range }: YAMLMap): readonly [number, number, number] {
  return range ?? [0, 0, 0];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
