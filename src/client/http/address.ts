import { ConfigurationError, InvalidArgumentError } from '../errors.ts';

/** The published server of the Websets API. */
export const DEFAULT_BASE_URL: string = 'https://api.exa.ai/websets';

/** The parts of a URL as `href` writes it. React Native's `URL` has little more than that. */
const PARTS = /^(https?):\/\/([^/?#]*)([^?#]*)$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * Checks a base URL and writes it in its one canonical form, without a slash at the end. Https only, but for
 * loopback; no user, query, hash or braces, which would change what the paths after it mean.
 */
export function parseBaseUrl(text: string): string {
  let href: string;
  try {
    href = new URL(text).href;
  } catch {
    throw baseRefusal('is not an absolute URL');
  }
  if (/[?#{}\\]/.test(text) || /^[^/]*\/\/[^/]*@/.test(href))
    throw baseRefusal('must not hold a user, a query, a hash, braces or a backslash');
  const [, scheme, host = ''] = PARTS.exec(href) ?? [];
  if (scheme !== 'https' && !(scheme === 'http' && LOOPBACK.test(host)))
    throw baseRefusal('must be https (http only for loopback)');
  return href.replace(/\/+$/, '');
}

/** The host of a canonical base URL, without a port; undefined for this very machine. */
export function hostOf(baseUrl: string): string | undefined {
  const host = PARTS.exec(baseUrl)?.[2] ?? '';
  return LOOPBACK.test(host) ? undefined : host.replace(/:\d+$/, '');
}

function baseRefusal(problem: string): ConfigurationError {
  return new ConfigurationError(`\`baseUrl\` ${problem}. The default is ${DEFAULT_BASE_URL}.`);
}

/**
 * The exact URL of a path template whose parameters are each one opaque segment.
 *
 * What becomes of it in the request is compared with this text: only if they are equal was no segment taken for
 * anything but itself. With an enrichment id of `..` a cancel would otherwise stop the whole Webset.
 */
export function addressOf(
  baseUrl: string,
  template: string,
  params: Readonly<Record<string, unknown>>,
): string {
  const [start = '', ...rest] = template.split('{');
  let url = baseUrl + start;
  for (const part of rest) {
    const [name = '', literal = ''] = part.split('}');
    url += encodeSegment(name, params[name]) + literal;
  }
  return url;
}

/** Percent-encodes a value into one segment of a path, whatever it holds; refuses what can't be one. */
export function encodeSegment(name: string, value: unknown): string {
  if (typeof value !== 'string')
    throw refusal(name, `must be a string, not ${value === null ? 'null' : typeof value}`);
  if (value === '') throw refusal(name, 'is empty');
  if (value === '.' || value === '..')
    throw refusal(name, `is "${value}", which would address something else`);
  try {
    return encodeURIComponent(value);
  } catch {
    throw refusal(name, 'holds half a surrogate pair');
  }
}

function refusal(name: string, problem: string): InvalidArgumentError {
  const label = name === 'id' ? 'enrichment' : name;
  return new InvalidArgumentError(`the ${label} id ${problem}. Pass it as the API gave it.`);
}
