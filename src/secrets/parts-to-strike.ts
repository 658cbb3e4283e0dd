import {
  type DeclaredCredentials,
  isCredentialCookie,
  isCredentialHeader,
  isCredentialParameter,
  isPublicHeader,
} from './credential-names.ts';
import { isKeyLike, isPasswordLike, isWords, SCHEMES, standsForNothing } from './key-like.ts';
import { keysInText } from './keys-in-text.ts';
import { decodedParameter } from './redact-by-name.ts';
import { createSecretFinder, type TextPart } from './strike-out.ts';

/** A part of a text that is a credential, and what is to stand there. */
export interface StruckPart extends TextPart {
  readonly mark: string;
}

type Parts = readonly StruckPart[];

/** What kind of credential a name promises: the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/cookie/i, '<COOKIE>'],
  [/passw|passphrase/i, '<PASSWORD>'],
  [/^(?:sig|(?:.*-)?signature)$/i, '<SIGNATURE>'],
  [/session|^sid$/i, '<SESSION>'],
  [/token|jwt|bearer/i, '<TOKEN>'],
  [/secret/i, '<SECRET>'],
  [/key/i, '<API_KEY>'],
];

/** Stands where a credential was, by the kind that its name says. What is sent instead can still be judged. */
export function placeholderOf(name: string): string {
  return KINDS.find(([kind]) => kind.test(name))?.[1] ?? '<CREDENTIAL>';
}

const SCHEME = new RegExp(String.raw`^\s*(${SCHEMES})\s+(?=\S)`, 'i');

/** Of the value of a header: all but the scheme where it is made for a credential, else what looks like one. */
export function partsOfHeader(name: string, value: string, declared: DeclaredCredentials): Parts {
  if (name === 'cookie' || name === 'set-cookie') return partsOfCookies(name, value, declared);
  const isTaken = isCredentialHeader(name, declared)
    ? !standsForNothing(value)
    : isPublicHeader(name) && isKeyLike(value);
  if (!isTaken) return [...partsOfUrl(value, declared), ...partsOfText(value)];
  const [before = '', scheme = ''] = SCHEME.exec(value) ?? [];
  return [{ start: before.length, end: value.length, mark: placeholderOf(`${scheme} ${name}`) }];
}

function partsOfCookies(header: 'cookie' | 'set-cookie', text: string, declared: DeclaredCredentials): Parts {
  const parts: StruckPart[] = [];
  let at = 0;
  // What follows the first pair of a cookie that is given are its attributes.
  for (const pair of header === 'cookie' ? text.split(';') : text.split(';', 1)) {
    const [, name, value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (name !== undefined && isCookieTaken(name.trim(), value, declared))
      parts.push({ start: at + name.length + 1, end: at + pair.length, mark: '<COOKIE>' });
    at += pair.length + 1;
  }
  return parts;
}

export function partsOfCookie(name: string, value: string, declared: DeclaredCredentials): Parts {
  return isCookieTaken(name, value, declared) ? [whole(value, '<COOKIE>')] : [];
}

/** Of a cookie that need not be a session `en` or `dark` is kept, for it tells what was asked for. */
function isCookieTaken(name: string, value: string, declared: DeclaredCredentials): boolean {
  return !standsForNothing(value) && (isCredentialCookie(name, declared) || !isWords(value.trim()));
}

/** Of the value of a query parameter or of a field of a form, decoded. */
export function partsOfParameter(name: string, value: string, declared: DeclaredCredentials): Parts {
  if (isParameterTaken(name, value, declared)) return [whole(value, placeholderOf(name))];
  return [...partsOfUrl(value, declared), ...partsOfText(value)];
}

/** `key`, `auth` and `token` are also what words are sent as. */
function isParameterTaken(name: string, value: string, declared: DeclaredCredentials): boolean {
  if (!isCredentialParameter(name, declared) || standsForNothing(value)) return false;
  return !isWords(value) || PASSWORD_NAME.test(name) || declared.query.has(name);
}

const PASSWORD_NAME = /passw(?:or)?d|passphrase|secret/i;

/** The same of a member of an object. */
export function isPasswordMember(name: string, value: string): boolean {
  return (
    /(?:password|passwd|passphrase|secret)$/i.test(name) && !/\s/.test(value) && !standsForNothing(value)
  );
}

const URL_START = /^(?:[a-z][a-z\d+.-]*:\/\/|\/)\S*$/i;
const USER = /^([a-z][a-z\d+.-]*:\/\/)([^/?#:@]*)(?::([^/?#]*))?@/i;
const PARAMETER = /[?&#]([^=&#?]*)=([^&#]*)/g;

/** Of a text that is a URL or a path: user and password, and the values of parameters by their names. */
export function partsOfUrl(text: string, declared: DeclaredCredentials): Parts {
  if (!URL_START.test(text)) return [];
  const parts: StruckPart[] = [];
  const take = (start: number, value: string, mark: string): void => {
    parts.push({ start, end: start + value.length, mark: encodeURIComponent(mark) });
  };
  const [, origin = '', user = '', password] = USER.exec(text) ?? [];
  if (isKeyLike(user) || (password === undefined && isPasswordLike(user)))
    take(origin.length, user, '<CREDENTIAL>');
  if (password !== undefined && !standsForNothing(decodedParameter(password)))
    take(origin.length + user.length + 1, password, '<PASSWORD>');
  for (const { 0: pair, 1: name = '', 2: value = '', index } of text.matchAll(PARAMETER)) {
    const called = decodedParameter(name);
    if (isParameterTaken(called, decodedParameter(value), declared))
      take(index + pair.length - value.length, value, placeholderOf(called));
  }
  return parts;
}

/** Of any text what looks like a key; `options` are those of `keysInText`. */
export function partsOfText(text: string, options?: Parameters<typeof keysInText>[1]): Parts {
  return findKeys(keysIn(text, options))(text);
}

/** What looks like a key in a text, as it stands there, and what is to stand there instead. */
export function keysIn(
  text: string,
  options?: Parameters<typeof keysInText>[1],
): readonly (readonly [key: string, mark: string])[] {
  return keysInText(text, options).flatMap(({ name, spellings: [key = ''] }) =>
    key === '' ? [] : [[key, name === undefined ? shapeOf(key) : placeholderOf(name)] as const],
  );
}

/** A password or a secret in JSON or in a form. */
const PASSWORD =
  /(?<![\w-])([\w.-]{0,40}(?:password|passwd|passphrase|secret))(?:\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"|=)([^\s"'\\&<>]{1,200})/gi;

/** Of a text that was sent what its name says is a password: that need not look like a key. */
export function partsOfPasswords(text: string): Parts {
  return Array.from(text.matchAll(PASSWORD)).flatMap(({ 0: all, 1: name = '', 2: value = '', index }) => {
    const start = index + all.length - value.length;
    const mark = markIn(text, start, placeholderOf(name));
    return standsForNothing(decodedParameter(value)) ? [] : [{ start, end: start + value.length, mark }];
  });
}

/** What a key is that tells so by its form alone. */
function shapeOf(key: string): string {
  return /^(?:sk|A[KS]IA)/.test(key) ? '<API_KEY>' : '<TOKEN>';
}

/** More are sought in time that does not grow with their number, and then also in other spellings. */
const MANY = 100;

/** What finds keys, each as it stands, in a text. */
export function findKeys(keys: readonly (readonly [key: string, mark: string])[]): (text: string) => Parts {
  const marks = new Map(keys);
  const part = (text: string, start: number, end: number): StruckPart => {
    const mark = marks.get(text.slice(start, end)) ?? '<TOKEN>';
    return { start, end, mark: markIn(text, start, mark) };
  };
  if (marks.size > MANY) {
    const find = createSecretFinder([...marks.keys()]);
    return (text) => find(text).map(({ start, end }) => part(text, start, end));
  }
  return (text) => {
    const parts: StruckPart[] = [];
    for (const key of marks.keys()) {
      for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + key.length))
        parts.push(part(text, at, at + key.length));
    }
    return parts;
  };
}

/** The placeholder as it can stand in a text: where a URL or a form goes on, it is percent-encoded. */
export function markIn(text: string, at: number, mark: string): string {
  return text[at - 1] === '=' || URL_START.test(text) ? encodeURIComponent(mark) : mark;
}

export function whole(text: string, mark: string): StruckPart {
  return { start: 0, end: text.length, mark };
}

/** The parts in order, those that overlap as one. */
export function inOrder(parts: Parts): Parts {
  const merged: StruckPart[] = [];
  for (const part of parts.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1);
    if (last === undefined || part.start >= last.end) merged.push(part);
    else if (part.end > last.end) merged[merged.length - 1] = { ...last, end: part.end };
  }
  return merged;
}

/** A text with its parts, which are in order, struck out. */
export function strikeParts(text: string, parts: Parts): string {
  let rest = '';
  let kept = 0;
  for (const { start, end, mark } of parts) {
    rest += text.slice(kept, start) + mark;
    kept = end;
  }
  return rest + text.slice(kept);
}
