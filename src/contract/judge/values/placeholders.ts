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

/**
 * Whether a text stands for a value that is not known: it is a placeholder, or a URL with one as its host, or as the whole of
 * a segment or of a value in its query.
 */
export function isUnknownText(text: string, isPlaceholder: PlaceholderTest): boolean {
  if (isPlaceholder(text)) return true;
  const [, authority, rest] = /^(?:[a-z][a-z\d+.-]*:\/\/([^/?#]*)|(?=\/))(.*)$/is.exec(text) ?? [];
  if (rest === undefined) return false;
  const host = authority?.replace(/^.*@/s, '').replace(/:\d*$/, '');
  const parts = rest.split(/[/?#&]/).flatMap((part) => [part, part.replace(/^[^=]*=/, '')]);
  return [host ?? '', ...parts].some((part) => part !== '' && isPlaceholder(decodePercent(part)));
}

/** Begins a text that stands for a placeholder without quotes; no recorder writes it. */
const MARK = '\0bare ';

/** In JSON that is none: a text; or what is none and stands where a value may. */
const TOKEN = /"(?:[^"\\]+|\\.)*"?|(?:\{\{[^{}"]*\}\}|<[^<>"]*>|\[[A-Z]+\]|[^\s"{}[\],:<]+)(?!\s*:)/gs;

/**
 * JSON in which placeholders stand without quotes, where they may be any value: each is a symbol in the value, and a text in
 * the text. Undefined where it is not JSON for another reason as well.
 */
export function readBarePlaceholders(
  text: string,
  isPlaceholder: PlaceholderTest,
): { readonly text: string; readonly value: unknown } | undefined {
  const quoted = text.replace(TOKEN, (token) =>
    token[0] !== '"' && isPlaceholder(token) ? JSON.stringify(MARK + token) : token,
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
