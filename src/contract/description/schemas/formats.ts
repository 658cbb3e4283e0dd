import type { Ajv, Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isDateTime } from './date-time.ts';

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

const MAX_FLOAT = 3.4028234663852886e38;

type AnyNumber = number | bigint;

const isWithin =
  (bits: bigint) =>
  (value: AnyNumber): boolean =>
    (typeof value === 'bigint' || Number.isInteger(value)) &&
    value >= -(2n ** (bits - 1n)) &&
    value < 2n ** (bits - 1n);

/** Formats of numbers, by their range. Source: OpenAPI 3.1.1, "Data Type Format". */
const NUMBERS: Readonly<Record<string, (value: AnyNumber) => boolean>> = {
  int32: isWithin(32n),
  int64: isWithin(64n),
  float: (value) => Math.abs(Number(value)) <= MAX_FLOAT,
  double: (value) => Number.isFinite(Number(value)),
};

/** Formats whose values are checked; any other is a limitation of the contract run. */
export const KNOWN_FORMATS: ReadonlySet<string> = new Set(Object.keys(fullFormats));

/** The formats of ajv-formats, with those of our own reading. */
export function addFormatsTo(ajv: Pick<Ajv, 'addFormat'>): void {
  // Not by the package's main module: that loads all of ajv, also where validators were compiled before.
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, format);
  for (const [name, accepts] of Object.entries(OWN)) ajv.addFormat(name, accepts);
  for (const [name, validate] of Object.entries(NUMBERS)) ajv.addFormat(name, { type: 'number', validate });
}

const TEXTS: ReadonlyMap<string, (text: string) => boolean> = new Map(
  Object.entries(fullFormats)
    .filter(([name]) => !Object.hasOwn(NUMBERS, name))
    .map(([name, format]) => [name, OWN[name] ?? testOf(format)]),
);

/** Whether a value is of a format; true of one that is not known, and of what the format says nothing of. */
export function acceptsFormat(format: string, value: string | AnyNumber): boolean {
  if (typeof value === 'string') return TEXTS.get(format)?.(value) ?? true;
  return Object.hasOwn(NUMBERS, format) ? (NUMBERS[format] as (value: AnyNumber) => boolean)(value) : true;
}

function testOf(format: Format): (text: string) => boolean {
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format === 'function') return format as (text: string) => boolean;
  const validate = typeof format === 'object' ? (format.validate as Format) : undefined;
  return validate === undefined ? () => true : testOf(validate);
}

const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
const QUOTED = '"(?:[ !#-[\\]-~]|\\\\[ -~])*"';
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** An address literal; of IPv6 only the letters are checked. */
const LITERAL = `\\[(?:${OCTET}(?:\\.${OCTET}){3}|IPv6:[\\da-f:.]+)\\]`;

const MAILBOX = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?:${LABEL}(?:\\.${LABEL})*|${LITERAL})$`,
  'i',
);

/** RFC 5321, section 4.1.2, `Mailbox`: also a quoted local part, a host without dot, and an address literal. */
function isEmail(text: string): boolean {
  return MAILBOX.test(text);
}
