import type { Contract, FieldEncoding, MediaType } from '../../contract.ts';
import { jsonOrText } from './deserialize.ts';
import { findInPairs, isOfDeepObject } from './pairs.ts';
import { decodePercent, type QueryPair, queryPairs } from './request-parts.ts';
import { propertyIds } from './text-form.ts';
import { type TextValue, textValue } from './text-value.ts';

/**
 * The object that a form stands for: each property as its encoding writes it, lists by a name that comes several times,
 * objects as JSON. What is written as nothing defines, brackets in brackets or a list in them, is a symbol. Of two readings of
 * a text the one that is accepted is meant.
 * Source: OpenAPI 3.1.1, "Encoding Object" and "Support for x-www-form-urlencoded Request Bodies".
 */
export function formValue(
  contract: Contract,
  id: string,
  text: string,
  encoding: NonNullable<MediaType['encoding']> = {},
  accepts: (value: unknown) => boolean = () => true,
): Record<string, unknown> {
  const value = readForm(contract, id, text, encoding, false);
  if (accepts(value)) return value;
  const other = readForm(contract, id, text, encoding, true);
  return accepts(other) ? other : value;
}

/** Strictly, what may be text or something else is something else. */
function readForm(
  contract: Contract,
  id: string,
  text: string,
  encoding: NonNullable<MediaType['encoding']>,
  strictly: boolean,
): Record<string, unknown> {
  // The body of a form is written as a query is, but has no fragment.
  const pairs = queryPairs(`?${text.replaceAll('#', '%23')}`);
  const fields: [string, unknown][] = [];
  const read = new Set<string>();
  for (const [name, property] of propertyIds(contract, id)) {
    const { style = 'form', explode = style === 'form', json }: FieldEncoding = encoding[name] ?? {};
    const value = textValue(contract, { schema: property, explode }, style);
    const { form } = value;
    const isObject = form !== 'json' && form.isObject;
    if (json || (isObject && encoding[name] === undefined)) {
      const own = pairs.filter(([key]) => key === name);
      if (own.length > 0) fields.push([name, jsonValue(own, value)]);
    } else {
      const found = findInPairs(pairs, name, style, form, explode);
      if (found !== undefined) fields.push([name, value.read(found, strictly)]);
      if (style === 'deepObject') {
        for (const [key] of pairs) if (isOfDeepObject(key, name)) read.add(key);
      } else if (isObject && explode) for (const key of form.properties.keys()) read.add(key);
    }
    read.add(name);
  }
  for (const [name, value] of textsBy(pairs)) if (!read.has(name)) fields.push([name, value]);
  return Object.fromEntries(fields);
}

function jsonValue(pairs: readonly QueryPair[], { form }: TextValue): unknown {
  const values = pairs.map(([, value]) => jsonOrText(decodePercent(value)));
  const isList = form !== 'json' && form.isArray && !(values.length === 1 && Array.isArray(values[0]));
  return isList || values.length > 1 ? values : values[0];
}

/** Names that no schema has: several values of one are told as one text. */
function textsBy(pairs: readonly QueryPair[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = texts.get(name);
    const text = decodePercent(value);
    texts.set(name, before === undefined ? text : `${before},${text}`);
  }
  return texts;
}
