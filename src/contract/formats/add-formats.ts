import type { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isDateTime } from './date-time.ts';
import { isEmail } from './email.ts';

const isUri = fullFormats.uri as (text: string) => boolean;

/** Formats that are read more strictly, or less, than ajv-formats does. */
const OWN: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
  // RFC 3339 `full-time`: the part of a date-time after the T.
  time: (text) => isDateTime(`1998-12-31T${text}`),
  // RFC 4122; `urn:uuid:` before it makes it a URN.
  uuid: (text) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text),
  email: isEmail,
  // No registered format: what uses it means a URI. ajv-formats also refuses hosts like `localhost`.
  url: isUri,
};

const MAX_INT64 = 2 ** 63;
const MAX_FLOAT = 3.4028234663852886e38;

/**
 * Formats of numbers, by their range. A double can't tell the greatest int64 from the number after it: that one passes.
 * Source: OpenAPI 3.1.1, "Data Type Format".
 */
const NUMBERS: Readonly<Record<string, (value: number) => boolean>> = {
  int64: (value) => Number.isInteger(value) && value >= -MAX_INT64 && value <= MAX_INT64,
  float: (value) => Math.abs(value) <= MAX_FLOAT,
  double: Number.isFinite,
};

/** Formats whose values are checked; any other is a limitation of the contract run. */
export const KNOWN_FORMATS: ReadonlySet<string> = new Set(Object.keys(fullFormats));

/** The formats of ajv-formats, with those of our own reading. */
export function addFormatsTo(ajv: Pick<Ajv, 'addFormat'>): void {
  addFormats.default(ajv as Ajv);
  for (const [name, accepts] of Object.entries(OWN)) ajv.addFormat(name, accepts);
  for (const [name, validate] of Object.entries(NUMBERS)) ajv.addFormat(name, { type: 'number', validate });
}
