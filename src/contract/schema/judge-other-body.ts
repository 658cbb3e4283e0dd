import type { Contract } from '../contract.ts';
import type { Body } from '../exchange.ts';
import { textOf } from '../json/read-json.ts';
import { isFormType } from '../media-type.ts';
import { deserialize } from '../plan/deserialize.ts';
import { formOf, propertyIds } from '../plan/form-of.ts';
import type { BodySchema, JudgeBodyTools, JudgedBody } from './judge-body.ts';

const CLEAN: JudgedBody = { kind: 'clean' };

/**
 * A body that is no JSON: plain text is judged as a string, a form as an object. Others are let pass; that their schemas are
 * not judged is among the contract's limitations.
 */
export function judgeOtherBody(
  contract: Contract,
  { fits, survey, surveyOnly, settle }: Pick<JudgeBodyTools, 'fits' | 'survey' | 'surveyOnly' | 'settle'>,
  { id, node }: BodySchema,
  essence: string | undefined,
  body: Body,
): JudgedBody {
  if (body === undefined || body.length === 0) return { kind: 'empty' };
  const isForm = essence !== undefined && isFormType(essence);
  if (id === null || (!isForm && essence !== 'text/plain')) return CLEAN;
  const text = textOf(body);
  if (text === undefined) return { kind: 'malformed', reason: 'is not UTF-8' };
  const value = isForm ? formValue(contract, id, text) : text;
  const isFine = fits[id]?.(value) === true;
  const { undocumented } = (isFine ? survey : surveyOnly)(node, value);
  settle(isFine);
  return isFine && !undocumented ? CLEAN : { kind: 'json', value, remarks: [], fits: isFine, undocumented };
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
