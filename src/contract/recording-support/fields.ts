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
  return isFields(value)
    ? value
    : refuse(recording, `${name} ${value === undefined ? 'is missing' : 'is not an object'}`);
}

export function textAt(parent: Fields, key: string, name: string, recording: RecordingPlace): string {
  const value = parent[key];
  return typeof value === 'string'
    ? value
    : refuse(recording, `${name} ${value === undefined ? 'is missing' : 'is not a string'}`);
}

/** An HTTP status; 0 is allowed, for a HAR says so of a request that got no response. */
export function statusAt(parent: Fields, key: string, name: string, recording: RecordingPlace): number {
  const value = parent[key];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999) return value;
  return refuse(recording, `${name} ${value === undefined ? 'is missing' : 'is not an HTTP status'}`);
}

/** A date in any form that recorders write, in milliseconds since the epoch; undefined if it can't be read. */
export function instant(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const time = instantOfIso(value) ?? Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** What `toISOString` writes, in a third of the time that Date.parse needs; undefined for another form. */
function instantOfIso(text: string): number | undefined {
  if (text.length !== 24 || text[10] !== 'T' || text[19] !== '.' || text[23] !== 'Z') return undefined;
  if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const thousandth = digits(text, 20, 23);
  // Date.UTC takes a year below 100 for one of the last century, and carries what is too large into the next place.
  const isDay = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  const isTime = hour <= 23 && minute <= 59 && second <= 59 && thousandth >= 0;
  return isDay && isTime ? Date.UTC(year, month - 1, day, hour, minute, second, thousandth) : undefined;
}

/** NaN where not all are digits. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}
