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
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
