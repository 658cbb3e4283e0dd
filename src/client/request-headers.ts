import { isBrowser } from './environment.ts';
import { ConfigurationError } from './errors/configuration-error.ts';
import { VERSION } from './version.ts';

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[ -~\t]*$/;
/** What would replace the key, frame the message anew, or turn it into another method. */
export const RESERVED: RegExp =
  /^(x-api-key|authorization|proxy-.*|host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|x-(http-)?method(-override)?)$/i;

/** The headers of every request but the key: ours, then those of the user, who can't touch the key or the framing. */
export function requestHeaders(
  headers: Readonly<Record<string, string>> = {},
  userAgent: string = `exa-enrichments/${VERSION}`,
): Record<string, string> {
  const result: Record<string, string> = { accept: 'application/json' };
  // A browser says who it is itself; there the header could only make a preflight fail.
  if (!isBrowser()) result['user-agent'] = checkValue('user-agent', userAgent);
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name) || RESERVED.test(name)) {
      throw new ConfigurationError(`\`headers\` must not hold ${JSON.stringify(name)}.`);
    }
    result[name.toLowerCase()] = checkValue(name, value);
  }
  return result;
}

function checkValue(name: string, value: unknown): string {
  if (typeof value === 'string' && VALUE.test(value)) return value;
  throw new ConfigurationError(`The header ${name} must be a string of printable ASCII.`);
}
