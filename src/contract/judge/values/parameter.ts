import type { Contract, Parameter } from '../../contract.ts';
import type { ExchangeRequest } from '../../exchange.ts';
import type { OperationMatch } from '../match/match-operation.ts';
import type { Form, Serialized } from './deserialize.ts';
import { cookieValue, decodePercent, type QueryPair, queryPairs } from './request-parts.ts';
import { type TextValue, textValue } from './text-value.ts';

/** A documented parameter, made ready to be found in many requests. */
export interface ParameterPlan {
  readonly parameter: Parameter;
  readonly value: TextValue;
  /** Undefined where the request does not have it. */
  find(request: ExchangeRequest, match: OperationMatch): Serialized | undefined;
  /** It is there if it has to be, and as its schema says. */
  conforms(request: ExchangeRequest, match: OperationMatch): boolean;
}

const DEFAULT_STYLES: Readonly<Record<string, string>> = { path: 'simple', header: 'simple' };

export function parameterPlan(contract: Contract, parameter: Parameter): ParameterPlan {
  const style = parameter.style ?? DEFAULT_STYLES[parameter.in] ?? 'form';
  const value = textValue(contract, parameter, style);
  const find = finderOf(parameter, style, value.form);
  return { parameter, value, find, conforms: conformanceOf(parameter, value, find) };
}

function conformanceOf(
  { in: place, name, required, allowEmptyValue }: Parameter,
  value: TextValue,
  find: ParameterPlan['find'],
): ParameterPlan['conforms'] {
  if (place === 'path' && value.isPlain) {
    return (_, match) => {
      const text = rawPathValue(match, name);
      return text === undefined ? !required : value.fitsText(decodePercent(text));
    };
  }
  return (request, match) => {
    const found = find(request, match);
    if (found === undefined) return !required;
    return (allowEmptyValue === true && found.text === '') || value.fits(found);
  };
}

/** The value of a path parameter as it stands in the URL. */
function rawPathValue({ names, rawValues }: OperationMatch, name: string): string | undefined {
  for (let at = 0; at < names.length; at++) if (names[at] === name) return rawValues[at];
  return undefined;
}

function finderOf(parameter: Parameter, style: string, form: Form): ParameterPlan['find'] {
  const { name } = parameter;
  switch (parameter.in) {
    case 'path':
      return (_, match) => {
        const text = rawPathValue(match, name);
        return text === undefined ? undefined : { text, decode: true };
      };
    case 'header': {
      const key = name.toLowerCase();
      return ({ headers }) => {
        const values = headers[key];
        return values === undefined ? undefined : { text: values.join(', '), decode: false };
      };
    }
    case 'query':
      return ({ url }) =>
        findInPairs(queryPairs(url), name, style, form, parameter.explode ?? style === 'form');
    default:
      return ({ headers }) => {
        const text = cookieValue(headers, name);
        return text === undefined ? undefined : { text, decode: true };
      };
  }
}

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
