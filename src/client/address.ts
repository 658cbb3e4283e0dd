import { InvalidArgumentError } from './errors/invalid-argument-error.ts';

/**
 * The exact URL of a path template whose parameters are each one opaque segment.
 *
 * What the URL parser makes of the request is compared with this text: only if they are equal was no segment taken
 * for anything but itself. With an enrichment id of `..` a cancel would otherwise stop the whole Webset.
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
