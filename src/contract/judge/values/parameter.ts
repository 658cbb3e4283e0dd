import type { Contract, Parameter } from '../../contract.ts';
import type { ExchangeRequest } from '../../exchange.ts';
import type { OperationMatch } from '../match/match-operation.ts';
import type { Form, Serialized } from './deserialize.ts';
import { formValue } from './form.ts';
import { findInPairs } from './pairs.ts';
import { cookieValue, decodePercent, queryOf, queryPairs } from './request-parts.ts';
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
  const value =
    parameter.form === undefined ? textValue(contract, parameter, style) : wholeQuery(contract, parameter);
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
    case 'querystring':
      return ({ url }) => {
        const text = queryOf(url);
        return text === undefined ? undefined : { text, decode: parameter.form === undefined };
      };
    default:
      return ({ headers }) => {
        const text = cookieValue(headers, name);
        return text === undefined ? undefined : { text, decode: style !== 'cookie' };
      };
  }
}

/** A query that is a form as a whole. Source: OpenAPI 3.2.0, "Parameter Locations". */
function wholeQuery(contract: Contract, { schema, form }: Parameter): TextValue {
  return textValue(contract, { schema, json: true }, 'form', (text, accepts) =>
    schema === null ? text : formValue(contract, schema, text, form, accepts),
  );
}
