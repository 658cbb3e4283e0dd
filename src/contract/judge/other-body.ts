import type { Contract, MediaType } from '../contract.ts';
import { isFormType } from '../description/media-type.ts';
import type { Body } from '../exchange.ts';
import { textOf } from '../json/read-json.ts';
import { type BodySchema, type JudgeBodyTools, type JudgedBody, judgeRead } from './body.ts';
import type { ScrubbedReader } from './scrubbed.ts';
import type { ContentRead } from './values/content.ts';
import { scalar, type TextForm } from './values/deserialize.ts';
import { formValue } from './values/form.ts';
import { formOf, strictForm } from './values/text-form.ts';

const CLEAN: JudgedBody = { kind: 'clean' };

/**
 * A body that is no JSON: plain text is judged as a string, or as the number or the like that its schema asks for; a form
 * as an object. Others are let pass; that their schemas are
 * not judged is among the contract's limitations.
 */
export function judgeOtherBody(
  contract: Contract,
  tools: JudgeBodyTools,
  schema: BodySchema,
  { type, mediaType }: ContentRead,
  body: Body,
  scrubbed?: ScrubbedReader,
): JudgedBody {
  if (body === undefined || body.length === 0) return { kind: 'empty' };
  const isForm = type !== undefined && isFormType(type.essence);
  const { id } = schema;
  if (id === null || (!isForm && type?.essence !== 'text/plain')) return CLEAN;
  const decoded = decodeBody(body, type.charset);
  if ('reason' in decoded) return { kind: 'malformed', reason: decoded.reason };
  const accepts = (read: unknown): boolean => tools.fitsExactly(id, read);
  const value = isForm
    ? fittingForm(contract, id, decoded.text, mediaType?.encoding, accepts)
    : textValue(contract, id, decoded.text, accepts);
  return judgeRead(tools, schema, { value }, scrubbed && inText(scrubbed));
}

/** All of a form is text: a placeholder is of no other type, and what is no text is written as nothing defines. */
function inText(scrubbed: ScrubbedReader): ScrubbedReader {
  const passed: ScrubbedReader['passed'] = (id, value) =>
    scrubbed.passed(id, value).map(({ otherType: _, ...each }) => ({
      ...each,
      rule: typeof each.value === 'symbol' ? 'deep-object' : 'placeholder',
    }));
  return { ...scrubbed, passed };
}

function fittingForm(
  contract: Contract,
  id: string,
  text: string,
  encoding: MediaType['encoding'],
  accepts: (value: unknown) => boolean,
): Record<string, unknown> {
  const value = formValue(contract, id, text, encoding);
  if (accepts(value)) return value;
  const other = formValue(contract, id, text, encoding, true);
  return accepts(other) ? other : value;
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

type DecodedBody = { readonly text: string } | { readonly reason: string };

/** The text of a body that is no JSON, by the charset of its content-type: UTF-8 where none is given. */
function decodeBody(body: NonNullable<Body>, charset = 'utf-8'): DecodedBody {
  // What is UTF-8 was decoded when it was read: a recorder may have stored text, and not the bytes that it was sent in.
  if (typeof body === 'string' || /^utf-?8$/.test(charset)) {
    const text = textOf(body);
    return text === undefined ? { reason: 'is not UTF-8' } : { text };
  }
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(body) };
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    return {
      reason: isUnknown ? `has a charset that nobody knows: ${charset}` : `is not of its charset ${charset}`,
    };
  }
}
