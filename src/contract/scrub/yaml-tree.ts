import type { Scalar } from 'yaml';
import { type StruckPart, strikeParts } from '../../secrets/strike-out.ts';
import { parseYaml, RecordingError, type Yaml, yamlDocument } from '../recordings/index.ts';
import type { Leaf, Part } from './tree.ts';

/** The parts of a text that is YAML. An alias is what it stands for, and has its place. @throws RecordingError where it is broken */
export async function yamlPart(file: string, text: string): Promise<Part> {
  let { yaml, document } = await yamlDocument(file, text);
  let placeOf = (place: number): number => place;
  if (document === undefined || document.errors.length > 0) {
    const indented = indentLoneQuotes(text);
    ({ yaml, document } = await yamlDocument(file, indented.text));
    placeOf = indented.placeOf;
  }
  // Behind what is broken for it the parser passes over texts, in which there may be anything.
  if (document === undefined || document.errors.length > 0)
    throw new RecordingError(file, 'is YAML as only libyaml reads it: such is verified, and not scrubbed');
  const anchored = new Map<string, Part>();

  const partOf = (node: unknown): Part => {
    if (yaml.isAlias(node)) return anchored.get(node.source);
    let part: Part;
    if (yaml.isSeq(node)) part = { kind: 'items', items: node.items.map(partOf) };
    else if (yaml.isMap(node))
      part = {
        kind: 'members',
        members: node.items.flatMap(({ key, value }) => {
          const name = partOf(key);
          return name?.kind === 'text' ? [[name, partOf(value)] as const] : [];
        }),
      };
    else if (yaml.isScalar(node)) part = leafOf(node, yaml, placeOf);
    if (yaml.isNode(node) && 'anchor' in node && node.anchor !== undefined) anchored.set(node.anchor, part);
    return part;
  };
  return partOf(document.contents);
}

/**
 * A text in quotes that ends with a line break Ruby ends at the start of a line, where YAML wants more. The quote is moved, which
 * says the same, for the parser alone: `placeOf` gives the place in the text as it is.
 */
function indentLoneQuotes(text: string): { readonly text: string; placeOf(place: number): number } {
  const quotes = Array.from(
    text.matchAll(/^['"](?=\r?$)/gm),
    ({ index }, nth) => index + nth * INDENT.length,
  );
  return {
    text: text.replace(/^['"](?=\r?$)/gm, `${INDENT}$&`),
    placeOf: (place) => place - quotes.filter((quote) => quote < place).length * INDENT.length,
  };
}

/** Deeper than any key of a cassette. */
const INDENT = ' '.repeat(40);

function leafOf(
  { value, source, range, type }: Scalar,
  yaml: Yaml,
  placeOf: (place: number) => number,
): Part {
  if (range === undefined || range === null || value === null) return undefined;
  const place = { kind: 'text', start: placeOf(range[0]), end: placeOf(range[1]) } as const;
  if (value instanceof Uint8Array)
    return { ...place, text: Buffer.from(value).toString('latin1'), isBytes: true };
  if (typeof value === 'string') return { ...place, text: value };
  // A number may be what somebody chose for a key.
  return type === yaml.Scalar.PLAIN && source !== undefined ? { ...place, text: source } : undefined;
}

/** The scalar of a leaf, the parts of what it says struck out: in its own style, if each of them stands there as it is said. */
export function strikeInYaml(text: string, leaf: Leaf, parts: readonly StruckPart[]): string {
  const written = text.slice(leaf.start, leaf.end);
  if (leaf.isBytes) {
    const base64 = Buffer.from(strikeParts(leaf.text, parts), 'latin1').toString('base64');
    return anew(written, inLines(base64, written));
  }
  const quote = /^["']/.test(written) ? 1 : 0;
  if (written.slice(quote, written.length - quote) === leaf.text) {
    const moved = parts.map(({ start, end, mark }) => ({ start: start + quote, end: end + quote, mark }));
    return strikeParts(written, moved);
  }
  let inStyle = written;
  for (const said of new Set(parts.map((part) => leaf.text.slice(part.start, part.end)))) {
    const those = parts.filter((part) => leaf.text.slice(part.start, part.end) === said);
    const pieces = written.split(said);
    const [first] = those;
    if (
      pieces.length - 1 !== those.length ||
      those.some(({ mark }) => mark !== first?.mark) ||
      /\s/.test(said)
    )
      return anew(written, strikeParts(leaf.text, parts));
    inStyle = inStyle.replaceAll(said, () => first?.mark ?? '');
  }
  return inStyle;
}

/** As JSON writes it, which YAML reads; a block of plain lines stays one. */
function anew(written: string, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const [, head = '', indent = ''] = /^(\|[+-]?[ \t]*(?:#.*)?\r?\n)([ \t]+)/.exec(written) ?? [];
  const end = /^[|>]/.test(written) ? (/\r?\n$/.exec(written)?.[0] ?? '') : '';
  if (head === '' || !lines.every((line) => /^[!-~]+$/.test(line))) return JSON.stringify(text) + end;
  return head + lines.map((line) => indent + line).join(head.endsWith('\r\n') ? '\r\n' : '\n') + end;
}

/** In lines as long as they were. */
function inLines(base64: string, written: string): string {
  const first = /^[|>][^\n]*\n\s*(\S+)\r?\n[ \t]+\S/.exec(written)?.[1];
  if (first === undefined) return base64;
  return (base64.match(new RegExp(`.{1,${first.length}}`, 'g')) ?? []).join('\n');
}

/**
 * Makes sure that a text of YAML says what another one said, but for the texts that were struck out.
 *
 * @param struck the pairs of what was changed
 * @throws RecordingError where it does not: what a writer of YAML lets pass, and this one does not know
 */
export async function refuseOtherYaml(
  file: string,
  before: string,
  after: string,
  struck: ReadonlySet<string>,
): Promise<void> {
  const seen = new Set<unknown>();
  // Of a number the digits were struck out.
  const numbers = new Map(
    Array.from(struck, (pair) => pair.split('\0', 1)[0] ?? '').map((text) => [Number(text), text]),
  );
  const isSame = (one: unknown, other: unknown): boolean => {
    if (typeof one !== 'object' || one === null || one instanceof Uint8Array)
      return (
        Object.is(one, other) ||
        (one instanceof Uint8Array && other instanceof Uint8Array && said(one) === said(other)) ||
        struck.has(pairOf(typeof one === 'number' ? (numbers.get(one) ?? '') : said(one), said(other)))
      );
    if (seen.has(one)) return true;
    seen.add(one);
    if (typeof other !== 'object' || other === null) return false;
    const [ones, others] = [Object.entries(one), Object.entries(other)];
    return (
      Array.isArray(one) === Array.isArray(other) &&
      ones.length === others.length &&
      ones.every(([name, value], at) => {
        const [otherName = '', otherValue] = others[at] ?? [];
        return isSame(name, otherName) && isSame(value, otherValue);
      })
    );
  };
  if (isSame(await parseYaml(file, before), await parseYaml(file, after).catch(() => undefined))) return;
  throw new RecordingError(
    file,
    'holds credentials in YAML that is written in a way that is not scrubbed here',
  );
}

/** What became of a text. */
export function pairOf(before: string, after: string): string {
  return `${before}\0${after}`;
}

function said(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
