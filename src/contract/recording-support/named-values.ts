import { isCredentialMember } from './credential-names.ts';
import { SCHEMES } from './key-like.ts';

/** A value that a text gives under a name by which keys go. It need not be a key. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

// All bounded, or with one way to match, so that it stays linear. A quote may be escaped, where JSON is within a string.
const QUOTE = String.raw`\\{0,8}"`;
const GAP = String.raw`\s{0,8}`;
const NAME = String.raw`(?<![\w.-])([a-z][\w.-]{0,63})`;
const SCHEME = `(?:(?:${SCHEMES}) {1,4})?`;
const VALUE = String.raw`${SCHEME}((?:[\w.~+=%-]|\\{0,8}\/){8,2000})`;

/** `"name": "value"`, and `name=value`. */
const MEMBER = new RegExp(`${NAME}(?:(=)|${QUOTE}${GAP}:${GAP}${QUOTE})${VALUE}`, 'gi');

/** `"names": ["value", ...]` */
const LIST = new RegExp(String.raw`${NAME}${QUOTE}${GAP}:${GAP}\[([^[\]{}]*)`, 'gi');
const ITEM = new RegExp(`"${VALUE}`, 'gi');

/** `["name", "value"]`. The value may be the next name: it is looked at and left. */
const NEIGHBOURS = new RegExp(`${NAME}${QUOTE}${GAP},${GAP}${QUOTE}(?=${VALUE})`, 'gi');

/** `{"name": "...", "value": "..."}`, in any order and with others. */
const OBJECT = /\{[^{}]*\}/g;
const NAME_OF_PAIR = new RegExp(`${QUOTE}(?:name|key)${QUOTE}${GAP}:${GAP}${QUOTE}${NAME}`, 'i');
const VALUE_OF_PAIR = new RegExp(`${QUOTE}value${QUOTE}${GAP}:${GAP}${QUOTE}${VALUE}`, 'i');

/** Without `addresses` no `name=value` is one. */
export function namedValues(text: string, addresses: boolean): NamedValue[] {
  return [...members(text, addresses), ...lists(text), ...neighbours(text), ...pairs(text)];
}

function members(text: string, addresses: boolean): NamedValue[] {
  return Array.from(text.matchAll(MEMBER)).flatMap(([, name = '', assigned, value = '']) =>
    isCredentialMember(name) && (addresses || assigned === undefined) ? [{ name, value }] : [],
  );
}

function lists(text: string): NamedValue[] {
  return Array.from(text.matchAll(LIST)).flatMap(([, name = '', items = '']) =>
    isCredentialMember(name.replace(/s$/i, ''))
      ? Array.from(items.matchAll(ITEM), ([, value = '']) => ({ name, value }))
      : [],
  );
}

function neighbours(text: string): NamedValue[] {
  return Array.from(text.matchAll(NEIGHBOURS)).flatMap(([, name = '', value = '']) =>
    isCredentialMember(name) ? [{ name, value }] : [],
  );
}

function pairs(text: string): NamedValue[] {
  return Array.from(text.matchAll(OBJECT)).flatMap(([object]) => {
    const name = NAME_OF_PAIR.exec(object)?.[1];
    if (name === undefined || !isCredentialMember(name)) return [];
    const value = VALUE_OF_PAIR.exec(object)?.[1];
    return value === undefined ? [] : [{ name, value }];
  });
}
