import { isCredentialMember } from './credential-names.ts';
import { isKeyLike } from './key-like.ts';

/** A key that stands in a text, and the name of the member, field or parameter that holds it, if one does. */
export interface KeyInText {
  readonly name: string | undefined;
  /** As it stands there, and where that differs, decoded. */
  readonly spellings: readonly string[];
}

/**
 * What every text with a key in it has: nearly none has it, and this is asked of each body of a large recording. So it is
 * one regular expression, of few beginnings, for V8 to skip through; each more makes it several times slower.
 */
const MAY_HOLD =
  /[Kk]ey[="\\]|KEY[="\\]|oken[="\\]|OKEN[="\\]|ecret[="\\]|ECRET[="\\]|assw(?:or)?d[="\\]|\.eyJ|earer |EARER |sk[-_]\w/;

/** `name=value` is told from `"name": "value"` by what stands between. */
const ASSIGNED = /^[\w.-]+=/;

/** `"name": "value"`, also where it is quoted within a string, and `name=value`. All bounded, so that it stays linear. */
const MEMBER =
  /(?<![\w.-])([A-Za-z][\w.-]{0,63})(?:\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"|=)((?:[\w.~+=%-]|\\{0,8}\/){8,2000})/g;
const BEARER = /(?<![\w-])Bearer {1,4}([\w.~+/=-]{8,4096})/gi;
const JWT = /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g;
/** A prefix by which its makers let keys be found anywhere. One long run: `sk-child-of-type` is a class of some page. */
const PREFIXED = /(?<![\w-])(?:sk-(?:[a-z]{2,6}\d{0,2}-){0,2}|sk_live_)\w{20,512}/g;

const NONE: readonly KeyInText[] = [];

/**
 * Finds what looks like a real key in a body or another text. Without `addresses` no `name=value` is one: what was found on
 * the web is full of links, and many a public one has a `token` in it.
 */
export function keysInText(
  text: string,
  { addresses = true }: { readonly addresses?: boolean } = {},
): readonly KeyInText[] {
  if (!MAY_HOLD.test(text)) return NONE;
  const named = Array.from(text.matchAll(MEMBER)).flatMap(([whole, name = '', value = '']): KeyInText[] => {
    if (!addresses && ASSIGNED.test(whole)) return [];
    const spellings = [value, plain(value)];
    return isCredentialMember(name) && spellings.some(isKeyLike) ? [{ name, spellings }] : [];
  });
  const values = [...matches(text, BEARER), ...matches(text, JWT), ...matches(text, PREFIXED)];
  const known = new Set(named.flatMap(({ spellings }) => spellings));
  const bare = [...new Set(values)]
    .filter((value) => isKeyLike(value) && !known.has(value))
    .map((value) => ({ name: undefined, spellings: [value] }));
  return [...named, ...bare];
}

/** What the pattern's group matched, or where it has none, all of it. */
function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([whole, group]) => group ?? whole);
}

/** Without the escapes of JSON and of forms that a key may have. */
function plain(value: string): string {
  const unescaped = value.replace(/\\+\//g, '/');
  try {
    return decodeURIComponent(unescaped);
  } catch {
    return unescaped;
  }
}
