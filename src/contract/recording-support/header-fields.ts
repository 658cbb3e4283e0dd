import { type HeaderMap, headerMap, type RecordingPlace } from '../exchange.ts';
import { isFields, refuse } from './fields.ts';

/** No exchange has as many; YAML aliases could make it any number. */
const MAX_FIELDS = 10_000;

/**
 * Headers as nock and VCR store them: an object from name to value or list of values, or a flat list `[name, value,
 * name, value]`, as Node calls raw headers. Null, as VCR writes for an empty list, is no header.
 *
 * @throws RecordingError if there are too many
 */
export function storedHeaders(stored: unknown, recording: RecordingPlace): HeaderMap {
  const fields = Array.isArray(stored) ? flatPairs(stored) : isFields(stored) ? Object.entries(stored) : [];
  return headerMap(singleValues(fields, recording));
}

/** Whether anything is stored as headers: without that, nothing is known of them. VCR writes null for an empty list. */
export function isHeaders(stored: unknown): boolean {
  return stored === null || Array.isArray(stored) || isFields(stored);
}

function* flatPairs(list: readonly unknown[]): Generator<readonly [string, unknown]> {
  for (let at = 0; at + 1 < list.length; at += 2) yield [String(list[at]), list[at + 1]];
}

function* singleValues(
  fields: Iterable<readonly [string, unknown]>,
  recording: RecordingPlace,
): Generator<readonly [string, string]> {
  let count = 0;
  for (const [name, stored] of fields) {
    for (const value of Array.isArray(stored) ? stored : [stored]) {
      count += 1;
      if (count > MAX_FIELDS) refuse(recording, `has more than ${MAX_FIELDS} headers`);
      if (value !== undefined && value !== null) yield [name, text(value)];
    }
  }
}

/** Old Rubies wrote every header value as `!binary`. */
function text(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
