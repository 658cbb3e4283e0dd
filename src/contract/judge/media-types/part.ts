import type { FieldEncoding, Place, SchemaId } from '../../contract.ts';
import { documentedType, isJsonType, parseContentType, writingOf } from '../../description/media-type.ts';
import { withExactIntegers } from '../../json/exact-integers.ts';
import { textOf } from '../../json/read-json.ts';
import type { Problem } from '../explain/problems.ts';
import { jsonOrText, scalar } from '../values/deserialize.ts';
import { formOf, strictForm } from '../values/text-form.ts';
import { textValue } from '../values/text-value.ts';
import type { BodySource } from './body-reader.ts';

/** A part of a multipart body, as it came. */
export interface Part {
  /** Empty where it has none. */
  readonly name: string;
  /** By lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly content: Uint8Array;
}

/** What is documented of a part. */
export interface PartPlan {
  /** JSON Pointer into the value of the body, and the same as findings are told apart by. */
  readonly path: string;
  readonly location: string;
  /** Undefined where nothing is said of it. */
  readonly id: SchemaId | undefined;
  readonly encoding: FieldEncoding | undefined;
  /** Whether what may be text or something else is something else. */
  readonly strictly: boolean;
}

export interface PartRead {
  readonly value: unknown;
  readonly faults: readonly Problem[];
  readonly untyped: readonly Place[];
}

/**
 * A part is what its content-type says, which is a documented one. One that can't be read is a symbol. Where it has no
 * content-type it is text by RFC 7578; clients mean what is documented, and servers take it as that. Source of the defaults:
 * OpenAPI 3.2.0, "Encoding Object".
 */
export function readPart(source: BodySource, part: Part, plan: PartPlan): PartRead {
  const { contract, mediaType, strict } = source;
  const { id } = plan;
  const header = part.headers.get('content-type');
  const type = header === undefined ? undefined : parseContentType(header);
  const wanted = wantedTypes(source, plan);
  const isWanted = type !== undefined && documentedType(wanted.names, type) !== undefined;
  const isTextWanted = documentedType(wanted.names, { essence: 'text/plain', parameters: [] }) !== undefined;
  const isUntyped = header === undefined && wanted.names.length > 0 && !isTextWanted;
  // A client that writes JSON as text means it, where nobody says otherwise.
  const isLoose = !wanted.isSaid && type !== undefined && writingOf(type.essence) === 'text';
  const isWrong =
    wanted.names.length > 0 && (header === undefined ? isUntyped && strict : !isWanted && !isLoose);
  const faults = [...(isWrong ? [typeFault(plan, header, wanted)] : []), ...headerFaults(source, part, plan)];
  const asJson =
    type !== undefined && !isLoose
      ? isJsonType(type.essence)
      : wanted.names.length > 0 && wanted.names.every(isJsonType);
  const isText = type === undefined ? !isUntyped : writingOf(type.essence) === 'text';
  const text = asJson || isText ? textOf(part.content) : undefined;
  const value =
    text === undefined ? Symbol('a part that is not read') : asJson ? jsonValue(text) : textOfPart(text);
  return { value, faults, untyped: isUntyped && !strict ? [wanted.spec ?? mediaType.spec] : [] };

  function textOfPart(written: string): unknown {
    const form = id === undefined ? undefined : formOf(contract, id);
    if (form === undefined || form === 'json') return written;
    const read = plan.strictly ? (strictForm(form) ?? form) : form;
    return read === 'json' ? written : scalar(written, read);
  }
}

interface WantedTypes {
  /** None where any will do. */
  readonly names: readonly string[];
  readonly spec: Place | undefined;
  /** They are said, and not what holds where nothing is. */
  readonly isSaid: boolean;
}

function wantedTypes({ contract }: BodySource, { id, encoding }: PartPlan): WantedTypes {
  const said = encoding?.contentTypes;
  if (said !== undefined) return { ...said, isSaid: true };
  const form = id === undefined ? undefined : formOf(contract, id);
  const isJson = form !== undefined && form !== 'json' && form.isCompound;
  const spec = id === undefined ? undefined : contract.schemas[id]?.spec;
  return { names: isJson ? ['application/json'] : [], spec, isSaid: false };
}

function jsonValue(text: string): unknown {
  const value = jsonOrText(text);
  return typeof value === 'object' && /\d{16}/.test(text) ? withExactIntegers(text, value) : value;
}

function typeFault(
  { path, location }: PartPlan,
  header: string | undefined,
  { names, spec = '' }: WantedTypes,
): Problem {
  const documented = names.join(', ');
  return {
    message:
      header === undefined ? `The part ${path} has no content-type.` : `The part ${path} is of another type.`,
    received: header ?? 'no content-type',
    documented,
    path,
    spec,
    cause: { location, keyword: 'contentType' },
  };
}

function headerFaults(
  { contract }: BodySource,
  part: Part,
  { path, location, encoding }: PartPlan,
): Problem[] {
  return Object.entries(encoding?.headers ?? {}).flatMap(([name, header]): Problem[] => {
    const text = part.headers.get(name);
    const what = `The header ${name} of the part ${path}`;
    const cause = { location, keyword: 'headers', name };
    if (text !== undefined)
      return textValue(contract, header, 'simple')
        .problems({ text, decode: false }, what)
        .map((problem) => ({ ...problem, path, cause: { ...problem.cause, ...cause } }));
    const missing = { received: 'no such header', documented: 'required', path, spec: header.spec, cause };
    return header.required ? [{ ...missing, message: `${what} is missing.` }] : [];
  });
}
