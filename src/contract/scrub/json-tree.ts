import { type Node, parseTree } from 'jsonc-parser';
import { type StruckPart, strikeParts } from '../../secrets/strike-out.ts';
import { skipSpace, skipString, skipValue } from '../recordings/index.ts';
import type { Leaf, Part } from './tree.ts';

/** A part of a recording, and the names and places that lead to it, with slashes between. */
export type Placed = readonly [path: string, part: Part];

/**
 * The parts of a text that is JSON, or of which each line is: an exchange at a time, so that not all of a large recording
 * is held. A name that stands twice is there twice.
 */
export function* jsonParts(text: string): Generator<Placed> {
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const end = endOfValue(text, at);
    yield* cut(text, at, end, '');
    at = skipSpace(text, end);
  }
}

/** In characters. What is shorter is taken whole. */
const LARGE = 1024 * 1024;

/** What is large, down to the items of the list of exchanges, or, on a line of its own, to what an exchange is made of. */
function* cut(text: string, start: number, end: number, path: string): Generator<Placed> {
  const bracket = text[start];
  if (end - start < LARGE || /\d$/.test(path) || (bracket !== '{' && bracket !== '[')) {
    yield [path, partOf(parseTree(text.slice(start, end)), start, text)];
    return;
  }
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < end - 1; index += 1) {
    let name = String(index);
    if (bracket === '{') {
      const endOfName = skipString(text, at);
      name = JSON.parse(text.slice(at, endOfName)) as string;
      // The colon.
      at = skipSpace(text, skipSpace(text, endOfName) + 1);
    }
    const endOfMember = endOfValue(text, at);
    yield* cut(text, at, endOfMember, path === '' ? name : `${path}/${name}`);
    at = skipSpace(text, endOfMember);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

function endOfValue(text: string, at: number): number {
  const end = skipValue(text, at);
  return end > at ? end : text.length;
}

function partOf(node: Node | undefined, offset: number, text: string): Part {
  const { type, children = [] } = node ?? {};
  if (type === 'array') return { kind: 'items', items: children.map((child) => partOf(child, offset, text)) };
  if (type === 'object') {
    const members = children.flatMap(({ children: [name, value] = [] }) => (name ? [{ name, value }] : []));
    // As Node writes bytes.
    const isBuffer = members.some(({ name, value }) => name.value === 'type' && value?.value === 'Buffer');
    const partIn = ({ name, value }: (typeof members)[number]): Part =>
      (isBuffer && name.value === 'data' && bytesOf(value, offset)) || partOf(value, offset, text);
    return {
      kind: 'members',
      members: members.map((each) => [leafOf(each.name, offset), partIn(each)] as const),
    };
  }
  return node !== undefined && type === 'string' ? leafOf(node, offset) : undefined;
}

function bytesOf(node: Node | undefined, before: number): Leaf | undefined {
  if (node?.children === undefined || !node.children.every(({ type }) => type === 'number')) return undefined;
  const start = before + node.offset;
  const text = Buffer.from(node.children.map(({ value }) => Number(value))).toString('latin1');
  return { kind: 'text', text, isBytes: true, start, end: start + node.length };
}

function leafOf({ value, offset, length }: Node, before: number): Leaf {
  const start = before + offset;
  return { kind: 'text', text: String(value), start, end: start + length };
}

/** The text of a leaf in its quotes, the parts of what it says struck out, and all else as it is written. */
export function strikeInJson(text: string, leaf: Leaf, parts: readonly StruckPart[]): string {
  const { start, end } = leaf;
  if (leaf.isBytes) {
    const list = text.slice(start, end);
    const between = /\d(\s*,\s*)\d/.exec(list)?.[1] ?? ',';
    const numbers = [...Buffer.from(strikeParts(leaf.text, parts), 'latin1')].join(between);
    return list.replace(/\d.*\d|\d/s, numbers);
  }
  const written = text.slice(start + 1, end - 1);
  const placeOf = writtenPlaces(written);
  const inText = parts.map((part) => ({
    start: placeOf(part.start),
    end: placeOf(part.end),
    mark: JSON.stringify(part.mark).slice(1, -1),
  }));
  return `"${strikeParts(written, inText)}"`;
}

/** Where each character of what a JSON string says is written; to be asked in order. */
function writtenPlaces(written: string): (place: number) => number {
  let at = 0;
  let said = 0;
  return (place) => {
    for (; said < place; said += 1) {
      if (written[at] !== '\\') at += 1;
      else at += written[at + 1] === 'u' ? 6 : 2;
    }
    return at;
  };
}
