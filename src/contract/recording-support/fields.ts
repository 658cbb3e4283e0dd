import type { RecordingPlace } from '../exchange.ts';
import { RecordingError } from './recording-error.ts';

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
  if (typeof value !== 'string') return undefined;
  const time = instantOfDay(value) ?? Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

const DAY = '0000-00-00T'.length;
let lastDay = '';
let startOfLastDay = Number.NaN;

/**
 * What `toISOString` writes, in half the time that Date.parse needs where the day is that of the date before, as it mostly
 * is in a recording; undefined for another form.
 */
function instantOfDay(text: string): number | undefined {
  if (text.length !== 24 || text.charCodeAt(19) !== 0x2e || text.charCodeAt(23) !== 0x5a) return undefined;
  if (text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) return undefined;
  const day = text.slice(0, DAY);
  if (day !== lastDay) {
    startOfLastDay = Date.parse(`${day}00:00:00.000Z`);
    lastDay = day;
  }
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  const thousandths = digit(text, 20) * 100 + twoDigits(text, 21);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return undefined;
  return startOfLastDay + ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

/** NaN for what is none. */
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
