import type { Contract } from '../../contract.ts';
import { holdsBigInt } from '../../json/exact-integers.ts';
import { explainProblems, faultFinderOf, type Problem } from '../explain/problems.ts';
import type { ScrubbedReader } from '../scrubbed.ts';
import { deserialize, type Form, type Serialized } from './deserialize.ts';
import { type PlaceholderTest, scrubbedText } from './placeholders.ts';
import { decodePercent } from './request-parts.ts';
import { formOf, strictForm } from './text-form.ts';

/** A header or parameter, which travels as text, as the value that its schema judges. */
export interface TextValue {
  readonly form: Form;
  /** The text is the value: nothing is to be taken apart, and any delimiter is a character like others. */
  readonly isPlain: boolean;
  /** Whether it is what the schema says; true where nothing is said. */
  fits(found: Serialized): boolean;
  /** The same of text that needs no decoding. */
  fitsText(text: string): boolean;
  /** The value that it stands for; strictly, what may be text or something else is something else. */
  read(found: Serialized, strictly: boolean): unknown;
  /** Whether it has placeholders and may fit whatever they stand for. */
  mayFit(found: Serialized, scrubbed: ScrubbedReader): boolean;
  /** `subject` is what the messages call it. */
  problems(found: Serialized, subject: string, scrubbed?: ScrubbedReader): Problem[];
}

interface Described {
  readonly schema: string | null;
  readonly explode?: boolean;
  readonly json?: true;
}

/**
 * Judges text by a schema that may ask for a number, a list or an object. Source of the forms: OpenAPI 3.1.1, "Style Values"
 * and "Style Examples".
 */
export function textValue(
  contract: Contract,
  described: Described,
  style: string,
  /** Reads what is written in no style. */
  readWhole?: (text: string, accepts: (value: unknown) => boolean) => unknown,
): TextValue {
  const { schema, json } = described;
  const form: Form = json || schema === null ? 'json' : formOf(contract, schema);
  if (schema === null) {
    const read = ({ text }: Serialized): unknown => text;
    return {
      form,
      isPlain: true,
      fits: () => true,
      fitsText: () => true,
      read,
      mayFit: () => true,
      problems: () => [],
    };
  }
  const options = { style, explode: described.explode ?? style === 'form' };
  let known: ((value: unknown) => boolean) | undefined;
  const accepts = (value: unknown): boolean => {
    known ??= contract.validators[schema] as (value: unknown) => boolean;
    return holdsBigInt(value) ? faultFinderOf(contract).fits(schema, value) : known(value);
  };
  // Text that is not written as its style wants it is judged as it stands: no schema but that of a string fits it.
  const read = (found: Serialized): unknown =>
    readWhole === undefined ? deserialize(found, form, options) : readWhole(found.text, accepts);
  const strict = strictForm(form);
  const readStrictly = (found: Serialized): unknown =>
    strict === undefined ? undefined : deserialize(found, strict, options);
  const fits = (found: Serialized): boolean =>
    accepts(read(found)) || (strict !== undefined && accepts(readStrictly(found)));
  const isText = form !== 'json' && form.isText && !form.isArray && !form.isObject;
  const isPlain = isText && style !== 'matrix' && style !== 'label';
  return {
    form,
    isPlain,
    fits,
    fitsText: isPlain && strict === undefined ? accepts : (text) => fits({ text, decode: false }),
    read: (found, strictly) => (strictly && strict !== undefined ? readStrictly(found) : read(found)),
    mayFit: (found, scrubbed) =>
      [read(found), readStrictly(found), bareJson(found, form, scrubbed)].some(
        (value) => scrubbed.holds(value) && scrubbed.mayFit(schema, value),
      ) ||
      readingsBehind(found, form, scrubbed.isPlaceholder).some((behind) =>
        scrubbed.mayFit(schema, read(behind)),
      ),
    problems: (found, subject, scrubbed) => {
      const value = read(found);
      return scrubbed?.holds(value)
        ? scrubbed.problems(schema, value, subject)
        : explainProblems(contract, schema, value, subject);
    },
  };
}

/** JSON in which placeholders stand without quotes. */
function bareJson({ text, decode }: Serialized, form: Form, scrubbed: ScrubbedReader): unknown {
  return form === 'json' ? scrubbed.readBare(decode ? decodePercent(text) : text)?.value : undefined;
}

/**
 * What a text may have been of which a recorder replaced a part: a text that is not known, or a number with digits in its
 * place, since what is left of it has to be one. None where nothing was replaced.
 */
function readingsBehind(found: Serialized, form: Form, isPlaceholder: PlaceholderTest): Serialized[] {
  if (form === 'json') return [];
  let isFound = false;
  const replaced = (text: string, by: (placeholder: string) => string, isWhole: boolean): string => {
    const left = scrubbedText(found.decode ? decodePercent(text) : text, isPlaceholder);
    if (left === undefined) return text;
    isFound = true;
    const [placeholder = ''] = left.placeholders;
    return isWhole ? by(placeholder) : left.literals.join(by(placeholder));
  };
  const reading = (by: (placeholder: string) => string, isWhole: boolean): Serialized => ({
    ...found,
    text: found.text
      .split(',')
      .map((item) => replaced(item, by, isWhole))
      .join(','),
    ...(found.pairs !== undefined && {
      pairs: found.pairs.map(([name, value]) => [name, replaced(value, by, isWhole)] as const),
    }),
  });
  const asNumber = reading(() => '1', false);
  if (!isFound) return [];
  const isText = form.isText || (form.isArray && form.item.isText);
  return isText ? [asNumber, reading((placeholder) => placeholder, true)] : [asNumber];
}
