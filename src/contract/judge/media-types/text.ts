import { scalar, type TextForm } from '../values/deserialize.ts';
import { formOf, strictForm } from '../values/text-form.ts';
import type { TextReader } from './body-reader.ts';

/** Text is a string, or the number or the like that its schema asks for. */
export const readText: TextReader = (text, { contract, id, accepts }) => {
  const read = (value: unknown) => ({ kind: 'value', value }) as const;
  const form = formOf(contract, id);
  if (form === 'json') return read(text);
  if (!form.isText) return read(scalarOf(text, form));
  const strict = strictForm(form);
  if (strict === undefined || strict === 'json' || accepts(text)) return read(text);
  const other = scalarOf(text, strict);
  return read(accepts(other) ? other : text);
};

/** A line break at the end is a habit of those who write a number as text. */
function scalarOf(text: string, form: TextForm): unknown {
  const value = scalar(text.trim(), form);
  return typeof value === 'string' ? text : value;
}
