import type { Schema } from '../support/schema.ts';
import { DATE_TIMES, NO_DATE_TIMES } from './date-times.ts';

/** What kind of opinion a schema has about a change. */
export type ChangeKind =
  | 'type'
  | 'null'
  | 'text'
  | 'enum'
  | 'const'
  | 'date'
  | 'length'
  | 'range'
  | 'items'
  | 'left out'
  | 'added'
  | 'extra property'
  | 'order';

export type Replacement = readonly [ChangeKind, unknown];

const TYPES: readonly unknown[] = [
  true,
  false,
  0,
  1,
  -1,
  1.5,
  1e300,
  [],
  [null],
  ['text'],
  {},
  { key: 'text' },
];

const TEXTS: readonly string[] = ['', ' ', 'null', 'día 日本 😀', '\u0000\n"\\', '\ud800', 'x'.repeat(5000)];

/** What could stand in the place of a value, allowed or not: every type, and what comes near to each keyword's limit. */
export function* replacements(schema: Schema): Generator<Replacement> {
  yield ['null', null];
  for (const value of TYPES) yield ['type', value];
  for (const value of TEXTS) yield ['text', value];
  for (const value of schema.enum ?? []) {
    yield ['enum', value];
    yield* nearMisses('enum', value);
  }
  if (schema.const !== undefined) yield* nearMisses('const', schema.const);
  if (schema.format !== undefined) for (const date of [...DATE_TIMES, ...NO_DATE_TIMES]) yield ['date', date];
  for (const limit of [schema.minLength, schema.maxLength])
    if (limit !== undefined) yield* lengthsAround(limit);
  for (const limit of [schema.minimum, schema.maximum]) {
    if (limit !== undefined) for (const by of [-1, 0, 0.5, 1]) yield ['range', limit + by];
  }
}

function* nearMisses(kind: ChangeKind, value: unknown): Generator<Replacement> {
  if (typeof value !== 'string') return;
  const texts = [value.toUpperCase(), `${value} `, ` ${value}`, `${value}\n`, `${value}s`, value.slice(1)];
  for (const miss of [...texts, [value], { value }]) yield [kind, miss];
}

/** In code points: an emoji is one, although a string counts it as two. */
function* lengthsAround(limit: number): Generator<Replacement> {
  for (const length of [limit - 1, limit, limit + 1]) {
    for (const character of length < 0 ? [] : ['x', '😀']) yield ['length', character.repeat(length)];
  }
}
