import { isCredentialMember } from './credential-names.ts';
import { isKeyLike, SCHEMES } from './key-like.ts';
import { endOfSignedLink, linkAround } from './signed-link.ts';

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
  /[Kk]eys?[="\\]|KEYS?[="\\]|kens?[="\\]|KENS?[="\\]|ecrets?[="\\]|ECRETS?[="\\]|asswords?[="\\]|asswd[="\\]|ASSWORDS?[="\\]|assphrase[="\\]|SPHRASE[="\\]|horization[="\\]|IZATION[="\\]|[Jj]wt|JWT[="\\]|\.eyJ\w\w|earer[ ="\\]|EARER |sk-\w|sk_live|ghp_|gho_|ghs_|ghu_|ghr_|hub_pat_|A[KS]IA|xox[a-z]-|[sS]ig=|ignature=/;

const NONE: readonly KeyInText[] = [];

/**
 * Finds what looks like a real key in a body or another text. Without `addresses` no `name=value` is one, but the signature of
 * a link that says when it ends: what was found on the web is full of links, and many a public one has a `token` in it.
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

/**
 * What tells by its form alone that it is a key, since its makers write it so that it can be found. Each begins where a
 * word does and is bounded or has one way to match, so that it stays linear.
 */
const SHAPES: readonly RegExp[] = [
  /(?<![\w-])Bearer {1,4}([\w.~+/=-]{8,4096})/gi,
  /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g,
  // One long run, for `sk-child-of-type` is a class of some page; where the makers' own words come first, dashes may be in it.
  /(?<![\w-])(?:sk-(?:proj|svcacct|admin|ant-[a-z]{2,6}\d{0,2})-[\w-]{40,400}|(?:sk-(?:[a-z]{2,6}\d{0,2}-){0,2}|sk_live_)\w{20,512})/g,
  /(?<![\w-])(?:gh[oprsu]_|github_pat_)\w{20,255}/g,
  /(?<![\w-])xox[abprs]-[\w-]{16,255}/g,
  // The id of a key in a signed link is public with the link.
  /(?<![\w-]|Amz-Credential=|AWSAccessKeyId=)A[KS]IA[A-Z\d]{16}(?![\w-])/g,
];

function shapedKeys(text: string): string[] {
  return SHAPES.flatMap((shape) => Array.from(text.matchAll(shape), ([whole, group]) => group ?? whole));
}

/** A value that a text gives under a name by which keys go. It need not be a key. */
interface NamedValue {
  readonly name: string;
  readonly value: string;
}

// All bounded, or with one way to match, so that it stays linear. A quote may be escaped, where JSON is within a string.
const QUOTE = String.raw`\\{0,8}"`;
const GAP = String.raw`\s{0,8}`;
const NAME = String.raw`(?<![\w.-])([a-z][\w.-]{0,63})`;
const SCHEME = `(?:(?:${SCHEMES}) {1,4})?`;
const VALUE = String.raw`${SCHEME}((?:[\w.~+=%-]|\\{0,8}\/){8,2000})`;

/** `"name": "value"`, and `name=value`. */
const MEMBER = new RegExp(`${NAME}(?:(=)|${QUOTE}${GAP}:${GAP}${QUOTE})${VALUE}`, 'gi');

/** `"names": ["value", ...]` */
const LIST = new RegExp(String.raw`${NAME}${QUOTE}${GAP}:${GAP}\[([^[\]{}]*)`, 'gi');
const ITEM = new RegExp(`"${VALUE}`, 'gi');

/** `["name", "value"]`. The value may be the next name: it is looked at and left. */
const NEIGHBOURS = new RegExp(`${NAME}${QUOTE}${GAP},${GAP}${QUOTE}(?=${VALUE})`, 'gi');

/** `{"name": "...", "value": "..."}`, in any order and with others. */
const OBJECT = /\{[^{}]*\}/g;
const NAME_OF_PAIR = new RegExp(`${QUOTE}(?:name|key)${QUOTE}${GAP}:${GAP}${QUOTE}${NAME}`, 'i');
const VALUE_OF_PAIR = new RegExp(`${QUOTE}value${QUOTE}${GAP}:${GAP}${QUOTE}${VALUE}`, 'i');

/** Without `addresses` no `name=value` is one. */
function namedValues(text: string, addresses: boolean): NamedValue[] {
  return [
    ...members(text, addresses),
    ...lists(text),
    ...neighbours(text),
    ...pairs(text),
    ...signatures(text),
  ];
}

/** `?X-Amz-Signature=value`, of which `&` may be written as JSON or HTML write it. */
const SIGNATURE = /(?:[?&;]|\\u0026)((?:x-(?:amz|goog)-)?signature|sig)=((?:[\w%+~.-]|\\{0,8}\/){16,2000})/gi;

function signatures(text: string): NamedValue[] {
  let [isSigned, end] = [false, 0];
  return Array.from(text.matchAll(SIGNATURE)).flatMap(({ 1: name = '', 2: value = '', index }) => {
    // A text may be one link of any length.
    if (index >= end) {
      const around = linkAround(text, index);
      isSigned = endOfSignedLink(around.link) < Number.POSITIVE_INFINITY;
      end = around.end;
    }
    return isSigned ? [{ name, value }] : [];
  });
}

function members(text: string, addresses: boolean): NamedValue[] {
  return Array.from(text.matchAll(MEMBER)).flatMap(([, name = '', assigned, value = '']) =>
    isCredentialMember(name) && (addresses || assigned === undefined) ? [{ name, value }] : [],
  );
}

function lists(text: string): NamedValue[] {
  return Array.from(text.matchAll(LIST)).flatMap(([, name = '', items = '']) =>
    isCredentialMember(name.replace(/s$/i, ''))
      ? Array.from(items.matchAll(ITEM), ([, value = '']) => ({ name, value }))
      : [],
  );
}

function neighbours(text: string): NamedValue[] {
  return Array.from(text.matchAll(NEIGHBOURS)).flatMap(([, name = '', value = '']) =>
    isCredentialMember(name) ? [{ name, value }] : [],
  );
}

function pairs(text: string): NamedValue[] {
  return Array.from(text.matchAll(OBJECT)).flatMap(([object]) => {
    const name = NAME_OF_PAIR.exec(object)?.[1];
    if (name === undefined || !isCredentialMember(name)) return [];
    const value = VALUE_OF_PAIR.exec(object)?.[1];
    return value === undefined ? [] : [{ name, value }];
  });
}
