import { type HeaderMap, headerMap, noHeaders, type RecordingPlace } from '../../../exchange.ts';
import { RecordingError } from '../../recording-error.ts';

/** A parsed object whose properties are not yet known. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

/** @throws RecordingError that names the exchange: its place counts from 0, as in a report */
export function refuse(recording: RecordingPlace, reason: string): never {
  throw new RecordingError(recording.file, `exchange ${recording.index}: ${reason}`);
}

/** The object at `parent[key]`; `name` is how the error calls it. */
export function objectAt(parent: Fields, key: string, name: string, recording: RecordingPlace): Fields {
  const value = parent[key];
  return isFields(value) ? value : refuseKind(value, 'an object', name, recording);
}

export function textAt(parent: Fields, key: string, name: string, recording: RecordingPlace): string {
  const value = parent[key];
  return typeof value === 'string' ? value : refuseKind(value, 'a string', name, recording);
}

/** The string at `parent[key]`; undefined where there is nothing, or null. */
export function optionalTextAt(
  parent: Fields,
  key: string,
  name: string,
  recording: RecordingPlace,
): string | undefined {
  return isAbsent(parent[key]) ? undefined : textAt(parent, key, name, recording);
}

/** Whether nothing was kept: recorders leave such a property out, or write null. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/**
 * Refuses a value in a form that the reader does not know: what it says is never passed over as if it were not there.
 *
 * @throws RecordingError that tells what was found and what belongs there, but never the value
 */
export function refuseKind(value: unknown, wanted: string, name: string, recording: RecordingPlace): never {
  const found = value === undefined ? 'is missing' : `is not ${wanted}, but ${kindOf(value)}`;
  return refuse(recording, `${name} ${found}`);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Uint8Array) return 'bytes';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** An HTTP status; 0 is allowed, for a HAR says so of a request that got no response. */
export function statusAt(parent: Fields, key: string, name: string, recording: RecordingPlace): number {
  const value = parent[key];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999) return value;
  if (typeof value === 'number') return refuse(recording, `${name} is not an HTTP status`);
  return refuseKind(value, 'an HTTP status', name, recording);
}

/** A date in any form that recorders write, in milliseconds since the epoch; undefined if it can't be read. */
export function instant(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** No exchange has as many; YAML aliases could make it any number. */
export const MAX_FIELDS = 10_000;

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

/** A value that a recorder parsed, as the text of it: how that was spelled is lost. */
export function jsonText(value: unknown, recording: RecordingPlace): string {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.parse takes any depth, JSON.stringify does not.
    return refuse(recording, 'the body is nested too deeply');
  }
}

/** The headers, with the content-type that the recorder sent, or tells of elsewhere, where none is among them. */
export function withType(headers: HeaderMap, type: string | undefined): HeaderMap {
  if (type === undefined || headers['content-type'] !== undefined) return headers;
  return Object.assign(noHeaders(), headers, { 'content-type': [type] });
}
