import {
  type DeclaredCredentials,
  isCredentialCookie,
  isCredentialHeader,
  isCredentialMember,
  isCredentialParameter,
  isPublicHeader,
} from './credential-names.ts';
import { isKeyLike, isPasswordLike, isWords, SCHEMES, standsForNothing } from './key-like.ts';
import { keysInText } from './keys-in-text.ts';
import { decodedParameter } from './redact-by-name.ts';
import { createSecretFinder, type StruckPart, type TextPart } from './strike-out.ts';

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
  return isTaken ? [afterScheme(name, value)] : partsOfAny(value, declared);
}

function afterScheme(name: string, value: string): StruckPart {
  const [before = '', scheme = ''] = SCHEME.exec(value) ?? [];
  return { start: before.length, end: value.length, mark: placeholderOf(`${scheme} ${name}`) };
}

function partsOfCookies(header: 'cookie' | 'set-cookie', text: string, declared: DeclaredCredentials): Parts {
  const parts: StruckPart[] = [];
  let at = 0;
  // What follows the first pair of a cookie that is given are its attributes.
  for (const pair of header === 'cookie' ? text.split(';') : text.split(';', 1)) {
    // A cookie may have no name.
    const [, name = '', value = ''] = /^(?:([^=]*)=|\s*)(.*)$/s.exec(pair) ?? [];
    if (isCookieTaken(name.trim(), value, declared))
      parts.push({ start: at + pair.length - value.length, end: at + pair.length, mark: '<COOKIE>' });
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
  return partsOfAny(value, declared);
}

/** What words are sent as, too. */
const AMBIGUOUS = /^(?:key|auth|token|bearer|sig|signature)$/i;

function isParameterTaken(name: string, value: string, declared: DeclaredCredentials): boolean {
  if (!isCredentialParameter(name, declared) || standsForNothing(value)) return false;
  return !isWords(value) || !AMBIGUOUS.test(name) || declared.query.has(name);
}

/** Of the value of a member of an object that was sent: that need not look like a key. */
export function partsOfMember(name: string, value: string): Parts {
  const isTaken =
    isCredentialMember(name) && !standsForNothing(value) && !(isWords(value) && AMBIGUOUS.test(name));
  return isTaken ? [afterScheme(name, value)] : [];
}

/** Also one that begins with a variable of Postman's. */
const URL_START = /^(?:[a-z][a-z\d+.-]*:\/\/|\/|\{\{)\S*$/i;
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

/** Of a text whose place says nothing of it. */
export function partsOfAny(text: string, declared: DeclaredCredentials): Parts {
  return [...partsOfUrl(text, declared), ...partsOfText(text)];
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

/** Members of JSON, then those of JSON within a text, and fields of forms. */
const MEMBERS: readonly RegExp[] = [
  /"([^"\\]{1,64})"\s{0,8}:\s{0,8}"((?:[^"\\]|\\.)+)(?=")/gs,
  /(?<![\w.%[\]-])([\w.%[\]-]{1,64})(?:\\{1,8}"\s{0,8}:\s{0,8}\\{1,8}"|=)([^\s"'\\&<>{},;]+)/g,
];

/** Of the text of a body: what looks like a key, and of one that was sent also what its name says is a credential. */
export function partsOfBody(text: string, isSent: boolean): Parts {
  const parts = [...partsOfText(text, { addresses: isSent })];
  if (!isSent) return parts;
  for (const { 0: all, 1: name = '', 2: value = '', index } of MEMBERS.flatMap((each) => [
    ...text.matchAll(each),
  ])) {
    const at = index + all.length - value.length;
    const plain = decodedParameter(value);
    for (const { start, mark } of partsOfMember(decodedParameter(name), plain)) {
      const scheme = plain === value ? start : 0;
      parts.push({ start: at + scheme, end: at + value.length, mark: markIn(text, at, mark) });
    }
  }
  return parts;
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

/** Secrets that are struck out wherever they stand, by the placeholder for them. */
export type Known = readonly (readonly [mark: string, find: (text: string) => readonly TextPart[]])[];

/** Secrets by the placeholder for them, ready to be found. */
export function knownSecrets(secrets: ReadonlyMap<string, ReadonlySet<string>>): Known {
  return Array.from(secrets, ([mark, those]) => [mark, createSecretFinder([...those])] as const);
}

/** The parts of a text with those that are known, in order. */
export function withKnown(text: string, parts: Parts, known: Known): Parts {
  const found = known.flatMap(([mark, find]) =>
    find(text).map((part) => ({ ...part, mark: markIn(text, part.start, mark) })),
  );
  return inOrder([...parts, ...found]);
}

/** The placeholder as it can stand in a text: where a URL or a form goes on, it is percent-encoded. */
function markIn(text: string, at: number, mark: string): string {
  return text[at - 1] === '=' || URL_START.test(text) ? encodeURIComponent(mark) : mark;
}

export function whole(text: string, mark: string): StruckPart {
  return { start: 0, end: text.length, mark };
}

/** The parts in order, those that overlap as one. */
function inOrder(parts: Parts): Parts {
  if (parts.length < 2) return parts;
  const merged: StruckPart[] = [];
  for (const part of parts.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1);
    if (last === undefined || part.start >= last.end) merged.push(part);
    else if (part.end > last.end) merged[merged.length - 1] = { ...last, end: part.end };
  }
  return merged;
}
