import { formValue } from '../values/form.ts';
import type { TextReader } from './body-reader.ts';

/** A form is an object, with a member for each of its fields. */
export const readForm: TextReader = (text, { contract, id, mediaType, accepts }) => ({
  kind: 'value',
  value: formValue(contract, id, text, mediaType.encoding, accepts),
});
