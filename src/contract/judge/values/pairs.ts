import type { Form, Serialized } from './deserialize.ts';
import { decodePercent, type QueryPair } from './request-parts.ts';

/** A value as its style writes it among the pairs of a query or of a form. */
export function findInPairs(
  all: readonly QueryPair[],
  name: string,
  style: string,
  form: Form,
  explode: boolean,
): Serialized | undefined {
  const isObject = form !== 'json' && form.isObject;
  if (style === 'deepObject') {
    const deep = all.filter(([key]) => isOfDeepObject(key, name));
    if (isObject) return deepObject(deep, name, form);
    if (deep.length > 0) return { text: textOf(deep), decode: true, undefined: 'all' };
  }
  // Each property of the object is a parameter of its own; others belong to someone else.
  if (isObject && explode) return fromPairs(all.filter(([key]) => form.properties.has(key)));
  const own = all.filter(([key]) => key === name);
  if (own.length === 0) return undefined;
  const text = own.map(([, value]) => value).join(',');
  const pairs = own.map(([key, value]): [string, string] => [key, decodePercent(value)]);
  return isObject || !explode ? { text, decode: true } : { text, decode: true, pairs };
}

function fromPairs(pairs: readonly (readonly [string, string])[]): Serialized | undefined {
  if (pairs.length === 0) return undefined;
  return { text: '', decode: true, pairs: pairs.map(([key, value]) => [key, decodePercent(value)]) };
}

/** Whether a key of a query or form is part of the parameter or property of this name and the style `deepObject`. */
export function isOfDeepObject(key: string, name: string): boolean {
  return key.startsWith(`${name}[`);
}

/**
 * Only `name[member]=value` is defined: a list or an object within, brackets in brackets, and a member that comes twice are
 * not. Source: OpenAPI 3.1.1, "Style Values".
 */
function deepObject(
  pairs: readonly QueryPair[],
  name: string,
  form: Exclude<Form, 'json'>,
): Serialized | undefined {
  const members = new Map<string, string>();
  const undefinedOnes = new Set<string>();
  for (const [key, value] of pairs) {
    const [, member = '', rest] = /^\[([^[\]]*)\]?(.*)$/s.exec(key.slice(name.length)) ?? [];
    if (member === '') return { text: textOf(pairs), decode: true, undefined: 'all' };
    const before = members.get(member);
    const isCompound = (form.properties.get(member) ?? form.others).isCompound;
    if (before !== undefined || rest !== '' || isCompound) undefinedOnes.add(member);
    members.set(member, before === undefined ? value : `${before},${value}`);
  }
  const found = fromPairs([...members]);
  return found === undefined || undefinedOnes.size === 0 ? found : { ...found, undefined: undefinedOnes };
}

function textOf(pairs: readonly QueryPair[]): string {
  return pairs.map(([key, value]) => `${key}=${value}`).join('&');
}
