/** What is put into a text where the key belongs: all of it is a placeholder, whatever the name in it. */
const SLOT = /<[^<>]*>|\{\{?[^{}]*\}?\}|\$\w+|[*…]+/g;
/** Words that people write in place of a key, or beside one: what is left without them may be a key all the same. */
const PLACEHOLDER_WORD =
  /redacted|example|sample|placeholder|invalid|fake|dummy|mock|test|demo|changeme|your|goes[-_]?here|[-_]here|xxx+|secret-?key|api[-_]?key/gi;

/** Words that may stand before a key, as alternatives of a pattern. */
export const SCHEMES = 'Basic|Bearer|Digest|DPoP|Negotiate|Token|ApiKey';
const SCHEME = new RegExp(String.raw`^(?:${SCHEMES})\s+`, 'i');

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const JWT = /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}$/;
/** Prefixes by which their makers let keys be found. */
const KNOWN_PREFIX =
  /^(?:sk|pk|rk|exa|gh[oprsu]|github_pat|glpat|npm|xox[abprs]|AKIA|ASIA|AIza|ya29)[-_.]?[\w.-]{16,}$/;
const OPAQUE = /^[\w.~+/=-]{20,512}$/;

/** Letters and digits at random have more bits a character, words and repeated digits less. */
const LEAST_BITS = 3.3;
/** Of hexadecimal digits there are but sixteen. */
const LEAST_BITS_OF_HEX = 2.8;

/** A key of which a word was part is shorter without it. */
const LEAST_LEFT = 12;

/**
 * Whether the value of a header or parameter is likely to be a real credential, and not what stands for one. It errs to
 * the side of placeholders: a word is none, nor a number that someone counted up.
 */
export function isKeyLike(value: string): boolean {
  const key = value.trim().replace(SCHEME, '').replace(SLOT, '');
  if (JWT.test(key)) return true;
  if (UUID.test(key)) return isRandom(key.replaceAll('-', ''), LEAST_BITS_OF_HEX);
  if (!OPAQUE.test(key) && !KNOWN_PREFIX.test(key)) return false;
  const rest = key.replace(PLACEHOLDER_WORD, '');
  if (isWords(rest) || (rest !== key && rest.replace(/[-_.]/g, '').length < LEAST_LEFT)) return false;
  return isRandom(rest, /^[\da-f]+$/i.test(rest) ? LEAST_BITS_OF_HEX : LEAST_BITS);
}

/** Whether the password in an address is likely to be a real one: people choose it, so that it need not be random. */
export function isPasswordLike(value: string): boolean {
  if (isKeyLike(value)) return true;
  const rest = value
    .replace(SLOT, '')
    .replace(PLACEHOLDER_WORD, '')
    .replace(/pass(?:word|wd)?/gi, '');
  return rest.length >= 8 && /[a-z]/i.test(rest) && /[^a-z]/i.test(rest);
}

/** What is left of a placeholder without the words that make one. */
const FILLING =
  /keys?|tokens?|secrets?|passw(?:or)?ds?|cookies?|session|credentials?|filtered|removed|hidden|masked|none|null|undefined|true|false/gi;

/**
 * Whether what stands in the place of a credential can't be one, for it is empty, a placeholder or a word such as `true`. It
 * errs to the side of credentials, unlike the others here: in its own place also a short and simple value may be one.
 */
export function standsForNothing(value: string): boolean {
  const key = value.trim().replace(SCHEME, '').replace(SLOT, '');
  // A limit or a count, of which there are many beside the name of a token; and `0123456789abcdef`.
  if (/^\d{1,12}$/.test(key) || (/^[\da-f-]{16,}$/i.test(key) && isCounted(key))) return true;
  // `MY_TEST_KEY`
  if (/^_*[A-Z\d]+(?:_[A-Z\d]+)+$/.test(key) && isWords(key)) return true;
  const rest = key.replace(PLACEHOLDER_WORD, '').replace(FILLING, '');
  return rest.replace(/[^\p{L}\d]+/gu, '').length < 3;
}

/** Words and short numbers, as in `my-key-of-2026`. */
export function isWords(text: string): boolean {
  return text.split(/[-_.~+/=]/).every((part) => /^(?:[a-z]*|\d{1,4})$/i.test(part));
}

function isRandom(text: string, leastBits: number): boolean {
  return bitsPerCharacter(text) >= leastBits && !isCounted(text);
}

/** Shannon's entropy of the text's own characters. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether most characters follow the one before, as in `0123456789abcdef`. */
function isCounted(text: string): boolean {
  let steps = 0;
  for (let at = 1; at < text.length; at += 1) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    if (step === 1 || step === 0) steps += 1;
  }
  return steps > text.length / 2;
}
