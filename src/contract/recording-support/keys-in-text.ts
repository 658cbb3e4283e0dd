import { isKeyLike } from './key-like.ts';
import { namedValues } from './named-values.ts';
import { shapedKeys } from './shaped-keys.ts';

/** A key that stands in a text, and the name of the member, field or parameter that holds it, if one does. */
export interface KeyInText {
  readonly name: string | undefined;
  /** As it stands there, and where that differs, decoded. */
  readonly spellings: readonly string[];
}

/**
 * What every text with a key in it has: nearly none has it, and this is asked of each body of a large recording. So it is
 * one regular expression, of few and long beginnings, for V8 to skip through. Measure what you change, in the whole of
 * `verify`: how fast it is hangs on letters that the beginnings share and on the first texts that are seen, and a group
 * around some of them, or one letter more, can make it twice as slow.
 */
const MAY_HOLD =
  /[Kk]eys?[="\\]|KEYS?[="\\]|kens?[="\\]|KENS?[="\\]|ecrets?[="\\]|ECRETS?[="\\]|asswords?[="\\]|asswd[="\\]|ASSWORDS?[="\\]|assphrase[="\\]|SPHRASE[="\\]|horization[="\\]|IZATION[="\\]|[Jj]wt|JWT[="\\]|\.eyJ\w\w|earer[ ="\\]|EARER |sk-\w|sk_live|ghp_|gho_|ghs_|ghu_|ghr_|hub_pat_|A[KS]IA|xox[a-z]-/;

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
  const named = namedValues(text, addresses).flatMap(({ name, value }): KeyInText[] => {
    const spellings = [value, plain(value)];
    return spellings.some(isKeyLike) ? [{ name, spellings }] : [];
  });
  const known = new Set(named.flatMap(({ spellings }) => spellings));
  const bare = [...new Set(shapedKeys(text))]
    .filter((value) => isKeyLike(value) && !known.has(value))
    .map((value) => ({ name: undefined, spellings: [value] }));
  return [...named, ...bare];
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
