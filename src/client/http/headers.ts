import { ConfigurationError, type InvalidArgumentError } from '../errors.ts';
import { isBrowser } from '../runtime.ts';
import { VERSION } from '../version.ts';

/** Headers by name: an object, or anything that gives pairs, such as `Headers` or a `Map`. */
export type HeadersGiven =
  | Readonly<Record<string, string>>
  | Iterable<readonly [name: string, value: string]>;

type Refusal = typeof ConfigurationError | typeof InvalidArgumentError;

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[ -~\t]*$/;
/** What would replace the key, frame the message anew, or turn it into another method. */
export const RESERVED: RegExp =
  /^(x-api-key|authorization|proxy-.*|host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|x-(http-)?method(-override)?)$/i;

/** The headers of every request but the key: ours, then those of the user, who can't touch the key or the framing. */
export function requestHeaders(
  given: HeadersGiven | undefined,
  userAgent: string = `exa-enrichments/${VERSION}`,
): Record<string, string> {
  return {
    accept: 'application/json',
    // A browser says who it is itself; there the header could only make a preflight fail.
    ...(!isBrowser() && { 'user-agent': checkValue('user-agent', userAgent, ConfigurationError) }),
    ...checkHeaders(given, ConfigurationError),
  };
}

/** Headers as they were given, by lower-case name; refuses what is reserved, and what is none. */
export function checkHeaders(given: HeadersGiven | undefined, Refused: Refusal): Record<string, string> {
  const result: Record<string, string> = {};
  if (given === undefined) return result;
  const pairs: Iterable<unknown> = Symbol.iterator in given ? given : Object.entries(given);
  for (const pair of pairs) {
    const [name, value] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || !TOKEN.test(name) || RESERVED.test(name))
      throw new Refused(`\`headers\` must not hold ${JSON.stringify(name) ?? 'what has no name'}.`);
    result[name.toLowerCase()] = checkValue(name, value, Refused);
  }
  return result;
}

function checkValue(name: string, value: unknown, Refused: Refusal): string {
  if (typeof value === 'string' && VALUE.test(value)) return value;
  throw new Refused(`The header ${name} must be a string of printable ASCII.`);
}

/** An allow-list, so that a header that nobody thought of stays out of the logs. */
const SAFE =
  /^(cf-ray|content-(encoding|length|type)|date|etag|location|retry-after(-ms)?|server|x-request-id)$/;

/** Those response headers that are fit for a log, by lower-case name. */
export function safeHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => SAFE.test(name)));
}

/**
 * What keeps an answer from coming out of a cache, such as that of a browser or of Next.js. Not every platform has it:
 * workerd may throw, React Native adds to the address.
 */
export function noStore(): { readonly cache?: 'no-store' } {
  const address = 'https://exa.invalid/';
  try {
    const wanted: RequestInit & { readonly cache: 'no-store' } = { cache: 'no-store' };
    const { cache, url }: { readonly cache?: string; readonly url: string } = new Request(address, wanted);
    return cache === wanted.cache && url === address ? wanted : {};
  } catch {
    return {};
  }
}
