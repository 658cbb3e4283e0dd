/** Names under which a description says that credentials travel: of headers in lower case, others as they are. */
export interface DeclaredCredentials {
  readonly header: ReadonlySet<string>;
  readonly query: ReadonlySet<string>;
  readonly cookie: ReadonlySet<string>;
}

export const NONE_DECLARED: DeclaredCredentials = { header: new Set(), query: new Set(), cookie: new Set() };

/**
 * A challenge (`www-authenticate`), OAuth's scopes and a count of tokens are no credentials, nor are names of things, nor
 * the number that Postman gives each request (`postman-token`).
 */
const HEADER =
  /(?<![a-z])auth(?:orization|entication)?(?![a-z])|cookie|secret|session|jwt|(?<!next-?|page-?|continuation-?|^postman-)token(?!s)|passw|(?:api|access|auth|secret|private|subscription)-?key|(?<!(?:idempotency|cache|surrogate|websocket|partition|routing|sort|public|object|batch)-)(?<=-|^)key$/;

/** What tells who asks, and not that he may: an OAuth client's id is in every link that it makes. */
const PUBLIC_ID = /(?<![a-z])(?:client|app|user)[-_]?id$/;

/** Whole names, for `pageToken`, `sort_key` and `author` are none; in front of some there may be whose key it is. */
const MEMBER =
  /^(?:(?:.+-)?(?:api|access|auth|secret|private|subscription|exa)-?(?:key|token|secret)|(?:x-)?(?:(?:auth|bearer|refresh|id|session|security|amz-security|client)-?)?token|(?:.+-)?(?:secret|password|passwd|passphrase|jwt|authorization)|bearer)$/;

/** What a query calls a key, and nobody else does. */
const PARAMETER = /^(?:key|auth|sig|signature|(?:x-)?(?:amz|goog)-signature)$/;

/** What cookies are called in which a session is kept; `__cf_bm`, `_ga` and their like are worth nothing. */
const COOKIE =
  /^(?:.*[^a-z])?(?:sess(?:ion)?(?:-?id)?|sid|auth|jwt|(?:.+-)?token|(?:.+-)?secret|remember-me)$/;

const MOST_REMEMBERED = 1_000;

/** A longer name is none that anybody gave. */
const LONGEST = 100;

/** Whether a header, named in lower case, is one that could carry a key, a token or a session. */
export const isCredentialHeader: NameTest = nameTest(
  'header',
  (name) => HEADER.test(name) && !PUBLIC_ID.test(name),
);

/** Whether a header, named in lower case, goes by a credential's name and is public all the same. */
export function isPublicHeader(name: string): boolean {
  return name.length <= LONGEST && PUBLIC_ID.test(name) && HEADER.test(name);
}

/** Whether a query parameter, its name decoded, is one that could. */
export const isCredentialParameter: NameTest = nameTest('query', (name) => {
  const words = inWords(name);
  return PARAMETER.test(words) || MEMBER.test(words);
});

export const isCredentialCookie: NameTest = nameTest(
  'cookie',
  (name) => !name.startsWith('__cf') && COOKIE.test(inWords(name)),
);

/** Whether a member of an object in a body, or a field of a form, is one that could. Bodies tell of headers, too. */
export function isCredentialMember(name: string): boolean {
  return MEMBER.test(inWords(name)) || (/^x-/i.test(name) && isCredentialHeader(name.toLowerCase()));
}

type NameTest = (name: string, declared?: DeclaredCredentials) => boolean;

/** Remembered, for the same few names come with each exchange. */
function nameTest(place: keyof DeclaredCredentials, test: (name: string) => boolean): NameTest {
  const known = new Map<string, boolean>();
  return (name, declared = NONE_DECLARED) => {
    if (declared[place].has(name)) return true;
    let is = known.get(name);
    if (is === undefined) {
      is = name.length <= LONGEST && test(name);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(name, is);
    }
    return is;
  };
}

/** `apiKey`, `API_KEY` and `api.key` are all written `api-key`. */
function inWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .toLowerCase();
}
