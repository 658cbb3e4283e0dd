import { ConfigurationError } from './errors/configuration-error.ts';

/** The published server of the Websets API. */
export const DEFAULT_BASE_URL: string = 'https://api.exa.ai/websets';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks a base URL and writes it in its one canonical form, without a slash at the end. Https only, but for
 * loopback; no user, query, hash or braces, which would change what the paths after it mean.
 */
export function parseBaseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refusal('is not an absolute URL');
  }
  const { protocol, hostname, username, password, origin, pathname } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) {
    throw refusal('must be https (http only for loopback)');
  }
  if (username || password || /[?#{}\\]/.test(text)) {
    throw refusal('must not hold a user, a query, a hash, braces or a backslash');
  }
  return (origin + pathname).replace(/\/+$/, '');
}

function refusal(problem: string): ConfigurationError {
  return new ConfigurationError(`\`baseUrl\` ${problem}. The default is ${DEFAULT_BASE_URL}.`);
}
