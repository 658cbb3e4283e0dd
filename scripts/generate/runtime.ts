import { isDateTime } from '../../src/contract/description/schemas/date-time.ts';

/** The formats that the fragment uses; generation fails on one that is not here. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = { 'date-time': isDateTime };

export { equalItems } from '../../src/contract/description/schemas/equal.ts';
export { isMultipleOf } from '../../src/contract/description/schemas/multiple-of.ts';

/** Length in code points, as JSON Schema counts: what ajv's `ucs2length` does, without its self-describing `require`. */
export function ucs2length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++, length++) {
    const unit = text.charCodeAt(at);
    const next = unit >= 0xd800 && unit <= 0xdbff ? text.charCodeAt(at + 1) : 0;
    if (next >= 0xdc00 && next <= 0xdfff) at++;
  }
  return length;
}
