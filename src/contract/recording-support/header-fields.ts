import { type HeaderMap, headerMap, type RecordingPlace } from '../exchange.ts';
import { isAbsent, isFields, refuse, refuseKind } from './fields.ts';

/** No exchange has as many; YAML aliases could make it any number. */
const MAX_FIELDS = 10_000;

/**
 * Headers as nock and VCR store them: an object from name to value or list of values, or a flat list `[name, value,
 * name, value]`, as Node calls raw headers. Null, as VCR writes for an empty list, is no header. `name` is how an error
 * calls them.
 *
 * @throws RecordingError if they are stored in another form, or are too many
 */
export function storedHeaders(stored: unknown, name: string, recording: RecordingPlace): HeaderMap {
  return headerMap(singleValues(fieldsOf(stored, name, recording), name, recording));
}

/** Whether anything is stored as headers: without that, nothing is known of them. VCR writes null for an empty list. */
export function isHeaders(stored: unknown): boolean {
  return stored !== undefined;
}

function fieldsOf(
  stored: unknown,
  name: string,
  recording: RecordingPlace,
): Iterable<readonly [string, unknown]> {
  if (isAbsent(stored)) return [];
  if (Array.isArray(stored)) return flatPairs(stored, name, recording);
  return isFields(stored)
    ? Object.entries(stored)
    : refuseKind(stored, 'an object or a list', name, recording);
}

function* flatPairs(
  list: readonly unknown[],
  name: string,
  recording: RecordingPlace,
): Generator<readonly [string, unknown]> {
  for (let at = 0; at < list.length; at += 2) {
    const field = list[at];
    if (typeof field !== 'string') refuseKind(field, 'a name', `${name}[${at}]`, recording);
    if (at + 1 === list.length) refuse(recording, `${name} has a name without a value at its end`);
    yield [field as string, list[at + 1]];
  }
}

function* singleValues(
  fields: Iterable<readonly [string, unknown]>,
  holder: string,
  recording: RecordingPlace,
): Generator<readonly [string, string]> {
  let count = 0;
  for (const [name, stored] of fields) {
    for (const value of Array.isArray(stored) ? stored : [stored]) {
      count += 1;
      if (count > MAX_FIELDS) refuse(recording, `has more than ${MAX_FIELDS} headers`);
      if (isAbsent(value)) continue;
      if (typeof value === 'object' && !(value instanceof Uint8Array))
        refuseKind(value, 'a string', `a value in ${holder}`, recording);
      yield [name, text(value)];
    }
  }
}

/** Old Rubies wrote every header value as `!binary`. */
function text(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
}
