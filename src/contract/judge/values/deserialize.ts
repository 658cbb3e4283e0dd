import { decodePercent } from './request-parts.ts';

/** Which scalar values a text may stand for. */
export interface TextForm {
  readonly isText: boolean;
  readonly isNumber: boolean;
  readonly isBoolean: boolean;
  readonly isNull: boolean;
  /** Text stands for none of them: a list or an object is documented. */
  readonly isCompound: boolean;
}

/** Which value a parameter may have; `json` where its text is JSON. */
export type Form =
  | 'json'
  | (TextForm & {
      readonly isArray: boolean;
      readonly isObject: boolean;
      readonly item: TextForm;
      readonly properties: ReadonlyMap<string, TextForm>;
      /** Of properties that are not named. */
      readonly others: TextForm;
    });

export interface Style {
  readonly style: string;
  readonly explode: boolean;
}

/**
 * A parameter as it was found: its text, still percent-encoded where `decode` says so; or the pairs that it is made of
 * (several `name=value`, or `name[key]=value`).
 */
export interface Serialized {
  readonly text: string;
  readonly decode: boolean;
  readonly pairs?: readonly (readonly [string, string])[];
  /**
   * What of it is written as nothing defines: members of the object by name, or all of it. It may be any value, and is a
   * symbol.
   */
  readonly undefined?: ReadonlySet<string> | 'all';
  /** The commas between the items of a list came percent-encoded: read as they are meant, and not as they are written. */
  readonly hasEncodedCommas?: true;
}

/** The same with its percent-encoded commas as delimiters; undefined where it has none, or one that is none. */
export function withPlainCommas(found: Serialized): Serialized | undefined {
  if (!found.decode || found.pairs !== undefined || found.text.includes(',') || !/%2c/i.test(found.text))
    return undefined;
  return { ...found, text: found.text.replace(/%2c/gi, ','), hasEncodedCommas: true };
}

/** The value that a text stands for; the text itself where it is not written as the style wants it. */
export function deserialize(serialized: Serialized, form: Form, { style, explode }: Style): unknown {
  const { text, pairs } = serialized;
  const decode = serialized.decode ? decodePercent : (part: string): string => part;
  if (serialized.undefined === 'all') return Symbol(decode(text));
  if (form === 'json') return jsonOrText(decode(text));
  if (form.isObject && pairs !== undefined) return fromPairs(pairs, form, serialized.undefined);
  const body = withoutPrefix(text, style);
  if (form.isArray) {
    if (pairs !== undefined && explode) return pairs.map(([, value]) => scalar(value, form.item));
    return itemsOf(body, style, explode).map((item) => scalar(decode(item), form.item));
  }
  if (form.isObject) {
    const found = pairsOf(body, style, explode);
    return found === undefined
      ? decode(text)
      : fromPairs(
          found.map(([name, value]) => [decode(name), decode(value)]),
          form,
        );
  }
  const value = style === 'matrix' ? body.replace(/^[^=]*=?/, '') : body;
  return scalar(decode(value), form);
}

function withoutPrefix(text: string, style: string): string {
  const prefix = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  return prefix !== '' && text.startsWith(prefix) ? text.slice(1) : text;
}

function itemsOf(text: string, style: string, explode: boolean): string[] {
  if (style === 'matrix') {
    const named = explode ? text.split(';') : [text];
    const values = named.map((one) => one.replace(/^[^=]*=/, ''));
    return explode ? values : (values[0] as string).split(',');
  }
  if (text === '') return [];
  const separator = style === 'label' && explode ? '.' : SEPARATORS[style];
  return separator === undefined ? itemsBetweenCommas(text) : text.split(separator);
}

/** White space beside a comma means nothing. An expression for both takes time that grows with the square of the space. */
function itemsBetweenCommas(text: string): string[] {
  const items = text.split(',');
  const last = items.length - 1;
  return items.map((item, index) => {
    const start = index === 0 ? item : item.trimStart();
    return index === last ? start : start.trimEnd();
  });
}

/** Both the letter itself and its encoding: a client has to encode it, and many do not. */
const SEPARATORS: Readonly<Record<string, RegExp>> = { spaceDelimited: / |%20|\+/, pipeDelimited: /\||%7C/i };

/** Undefined where the names and values do not come in pairs. */
function pairsOf(text: string, style: string, explode: boolean): [string, string][] | undefined {
  if (explode) {
    const separator = style === 'label' ? '.' : style === 'matrix' ? ';' : ',';
    const pairs = text.split(separator).map((pair) => pair.split(/=(.*)/s, 2) as [string, string]);
    return pairs.every(([, value]) => value !== undefined) ? pairs : undefined;
  }
  const flat = itemsOf(text, style, false);
  if (flat.length % 2 !== 0) return undefined;
  return flat.flatMap((name, at) =>
    at % 2 === 0 ? [[name, flat[at + 1] as string] as [string, string]] : [],
  );
}

function fromPairs(
  pairs: readonly (readonly [string, string])[],
  form: Exclude<Form, 'json'>,
  undefinedOnes?: ReadonlySet<string>,
): unknown {
  return Object.fromEntries(
    pairs.map(([name, value]) => [
      name,
      undefinedOnes?.has(name) ? Symbol(value) : scalar(value, form.properties.get(name) ?? form.others),
    ]),
  );
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The value of a text that stands for one value. */
export function scalar(text: string, { isText, isNumber, isBoolean, isNull }: TextForm): unknown {
  if (isText) return text;
  if (isNumber && NUMBER.test(text)) return numberOf(text);
  if (isBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return isNull && text === '' ? null : text;
}

/** An integer that a double does not hold is a bigint. */
function numberOf(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) || !/^-?\d+$/.test(text) ? number : BigInt(text);
}

/** The value of a JSON text; the text itself where it is none. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
