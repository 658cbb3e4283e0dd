import type { Contract } from '../contract.ts';
import type { Body } from '../exchange.ts';
import { type ContentType, isFormType } from '../media-type.ts';
import { deserialize, scalar, type TextForm } from '../plan/deserialize.ts';
import { formOf, propertyIds, strictForm } from '../plan/form-of.ts';
import { decodeBody } from './decode-body.ts';
import type { BodySchema, JudgeBodyTools, JudgedBody } from './judge-body.ts';

const CLEAN: JudgedBody = { kind: 'clean' };

/**
 * A body that is no JSON: plain text is judged as a string, or as the number or the like that its schema asks for; a form
 * as an object. Others are let pass; that their schemas are
 * not judged is among the contract's limitations.
 */
export function judgeOtherBody(
  contract: Contract,
  { fits, survey, surveyOnly, settle }: Pick<JudgeBodyTools, 'fits' | 'survey' | 'surveyOnly' | 'settle'>,
  { id, node }: BodySchema,
  type: ContentType | undefined,
  body: Body,
): JudgedBody {
  if (body === undefined || body.length === 0) return { kind: 'empty' };
  const isForm = type !== undefined && isFormType(type.essence);
  if (id === null || (!isForm && type?.essence !== 'text/plain')) return CLEAN;
  const decoded = decodeBody(body, type.charset);
  if ('reason' in decoded) return { kind: 'malformed', reason: decoded.reason };
  const accepts = (read: unknown): boolean => fits[id]?.(read) === true;
  const value = isForm
    ? formValue(contract, id, decoded.text)
    : textValue(contract, id, decoded.text, accepts);
  const isFine = accepts(value);
  const { undocumented } = (isFine ? survey : surveyOnly)(node, value);
  settle(isFine);
  return isFine && !undocumented ? CLEAN : { kind: 'json', value, remarks: [], fits: isFine, undocumented };
}

/** A line break at the end is a habit of those who write a number as text. */
function textValue(
  contract: Contract,
  id: string,
  text: string,
  accepts: (value: unknown) => boolean,
): unknown {
  const form = formOf(contract, id);
  if (form === 'json') return text;
  if (!form.isText) return scalarOf(text, form);
  const strict = strictForm(form);
  if (strict === undefined || strict === 'json' || accepts(text)) return text;
  const other = scalarOf(text, strict);
  return accepts(other) ? other : text;
}

function scalarOf(text: string, form: TextForm): unknown {
  const value = scalar(text.trim(), form);
  return typeof value === 'string' ? text : value;
}

/** A name that comes several times is a list. Source: OpenAPI 3.1.1, "Support for x-www-form-urlencoded Request Bodies". */
function formValue(contract: Contract, id: string, text: string): Record<string, unknown> {
  const ids = propertyIds(contract, id);
  const lists = new Map<string, [string, string][]>();
  for (const pair of new URLSearchParams(text)) lists.set(pair[0], [...(lists.get(pair[0]) ?? []), pair]);
  const fields = [...lists].map(([name, pairs]): [string, unknown] => {
    const joined = pairs.map(([, value]) => value).join(',');
    const property = ids.get(name);
    if (property === undefined) return [name, joined];
    const found = { text: joined, decode: false, pairs };
    return [name, deserialize(found, formOf(contract, property), { style: 'form', explode: true })];
  });
  return Object.fromEntries(fields);
}
