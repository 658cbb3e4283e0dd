import { decodePercent } from './request-parts.ts';

/** Whether a text, as a whole, is what a recorder or a person wrote in place of a value. */
export type PlaceholderTest = (text: string) => boolean;

/** What counts as a placeholder in each half of an exchange. */
export interface Placeholders {
  readonly request: PlaceholderTest;
  readonly response: PlaceholderTest;
}

const SCRUBBED = /^(?:<[A-Z\d][A-Z\d_ -]*>|<redacted>|\[REDACTED\]|\[FILTERED\]|FILTERED|\*{3,})$/;

/** What programs print where they have nothing, and tags that pages are made of: no recorder wrote them. */
const NONE_OF_THEM =
  /^<(?:NIL|NULL|UNDEFINED|NONE|NAN|[ABIPU]|BR|HR|H\d|HTML|HEAD|BODY|DIV|SPAN|PRE|[OU]L|LI|TABLE|T[DHR]|IMG|SCRIPT|STYLE)>$/;

/** What a client fills in before it sends: in a response nobody did. */
const TEMPLATE = /^\{\{\s*[\w.$-]+\s*\}\}$/;

/** With `more`, what else stands for the whole of a value. */
export function placeholdersBy(more: readonly RegExp[] = []): Placeholders {
  const others = more.map(({ source, flags }) => new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, '')));
  const response: PlaceholderTest = (text) =>
    (SCRUBBED.test(text) && !NONE_OF_THEM.test(text)) || others.some((other) => other.test(text));
  return { response, request: (text) => TEMPLATE.test(text) || response(text) };
}

/** What may be a placeholder within a text. */
const WITHIN = /\{\{[^{}]*\}\}|<[^<>]*>|\[[A-Z]+\]|\*{3,}/g;

/** A text of which a recorder replaced a part, as it does with a value that it meets anywhere. */
export interface Scrubbed {
  /** What stands before, between and after the placeholders. */
  readonly literals: readonly string[];
  readonly placeholders: readonly string[];
}

/** Undefined where no placeholder is in the text. */
export function scrubbedText(text: string, isPlaceholder: PlaceholderTest): Scrubbed | undefined {
  if (!/[<[*{]/.test(text))
    return isPlaceholder(text) ? { literals: ['', ''], placeholders: [text] } : undefined;
  const literals: string[] = [];
  const placeholders: string[] = [];
  let at = 0;
  for (const { 0: token, index } of text.matchAll(WITHIN)) {
    if (!isPlaceholder(token)) continue;
    literals.push(text.slice(at, index));
    placeholders.push(token);
    at = index + token.length;
  }
  if (placeholders.length > 0) return { literals: [...literals, text.slice(at)], placeholders };
  return isPlaceholder(text) ? { literals: ['', ''], placeholders: [text] } : undefined;
}

/** Whether nothing but placeholders is in the text: it may be anything. */
export function isAllUnknown({ literals }: Scrubbed): boolean {
  return literals.every((literal) => literal === '');
}

/** Whether a text may be what a recorder made another one of. */
export function mayHaveBeen({ literals }: Scrubbed, text: string): boolean {
  return standInOrder(literals, text);
}

/** Whether the texts stand in this order with something between each and the next. The first place is as good as any. */
export function standInOrder(texts: readonly string[], whole: string): boolean {
  const first = texts[0] as string;
  const last = texts[texts.length - 1] as string;
  if (texts.length === 1) return whole === first;
  if (!whole.startsWith(first) || !whole.endsWith(last)) return false;
  let at = first.length;
  for (const text of texts.slice(1, -1)) {
    const found = whole.indexOf(text, at + 1);
    if (found < 0) return false;
    at = found + text.length;
  }
  return at < whole.length - last.length;
}

/**
 * Whether a text stands for a value that is not known: it is a placeholder, or a URL with one in its host, in a segment or in
 * its query, or in place of all before its path.
 */
export function isUnknownText(text: string, isPlaceholder: PlaceholderTest): boolean {
  if (isPlaceholder(text)) return true;
  const base = /^(?:\{\{[^{}]*\}\}|<[^<>]*>|\[[A-Z]+\])(?=[/?#])/.exec(text)?.[0];
  if (base !== undefined && isPlaceholder(base)) return true;
  if (!/^(?:[a-z][a-z\d+.-]*:\/\/|\/)/i.test(text)) return false;
  return (
    scrubbedText(decodePercent(text), isPlaceholder) !== undefined ||
    text.split(/[/?#&=]/).some(isPlaceholder)
  );
}

/** Begins a text that stands for a placeholder without quotes; no recorder writes it. */
const MARK = '\0bare ';

/** In JSON that is none: a text; or what is none and stands where a value may, be it between the digits of a number. */
const TOKEN =
  /"(?:[^"\\]+|\\.)*"?|(?:[\d.-]*(?:(?:\{\{[^{}"]*\}\}|<[^<>"]*>|\[[A-Z]+\])[\d.]*)+|[^\s"{}[\],:<]+)(?!\s*:)/gs;

/** A placeholder, or several, with nothing but digits between. */
function isBare(token: string, isPlaceholder: PlaceholderTest): boolean {
  if (isPlaceholder(token)) return true;
  const left = scrubbedText(token, isPlaceholder);
  return left?.literals.every((literal) => /^[\d.-]*$/.test(literal)) ?? false;
}

/**
 * JSON in which placeholders stand without quotes, where they may be any value: each is a symbol in the value, and a text in
 * the text. Undefined where it is not JSON for another reason as well.
 */
export function readBarePlaceholders(
  text: string,
  isPlaceholder: PlaceholderTest,
): { readonly text: string; readonly value: unknown } | undefined {
  const quoted = text.replace(TOKEN, (token) =>
    token[0] !== '"' && isBare(token, isPlaceholder) ? JSON.stringify(MARK + token) : token,
  );
  if (quoted === text) return undefined;
  try {
    const value: unknown = JSON.parse(quoted, (_, part: unknown) =>
      typeof part === 'string' && part.startsWith(MARK) ? Symbol(part.slice(MARK.length)) : part,
    );
    return { text: quoted, value };
  } catch {
    return undefined;
  }
}
