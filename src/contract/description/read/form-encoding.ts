import type { FieldEncoding, MediaType } from '../../contract.ts';
import { child, mapOf, type Node, placeOf, stringAt } from '../load/description.ts';
import { isJsonType } from '../media-type.ts';
import { type DescriptionReader, membersAt } from './reader.ts';

const FORM_STYLES: readonly string[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** Of parameters and of forms. */
export const DEEP_OBJECT =
  'unless --strict, lists and objects in a deepObject are not judged: nothing says how they are written';

type Encodings = NonNullable<MediaType['encoding']>;

/**
 * How the properties of a form are written; undefined where one is written as nobody here can read: then the form is not
 * judged. Source: OpenAPI 3.1.1, "Encoding Object".
 */
export function readFormEncoding(reader: DescriptionReader, media: Node): Encodings | undefined {
  return readEncodings(reader, media, (at) => {
    const field = formField(at);
    if (field?.style === 'deepObject') reader.limitations.add('unsupported', placeOf(at), DEEP_OBJECT);
    return field;
  });
}

/** Undefined where one of them can't be read, which is told. */
export function readEncodings(
  reader: DescriptionReader,
  media: Node,
  read: (at: Node) => FieldEncoding | undefined,
): Encodings | undefined {
  const fields: [string, FieldEncoding][] = [];
  for (const [name, at] of membersAt(reader, media, 'encoding', 'map')) {
    const field = read(mapOf(reader.description.deref(at), 'an encoding'));
    if (field === undefined) {
      const what = `forms whose property ${name} is encoded like this are not judged`;
      reader.limitations.add('unsupported', placeOf(at), what);
      return undefined;
    }
    fields.push([name, field]);
  }
  return Object.fromEntries(fields);
}

export function hasStyle(at: Node): boolean {
  return ['style', 'explode', 'allowReserved'].some((key) => child(at, key) !== undefined);
}

/** `contentType` says nothing where one of the others is there. */
function formField(at: Node): FieldEncoding | undefined {
  const style = stringAt(at, 'style');
  const explode = child(at, 'explode')?.value;
  if (hasStyle(at)) {
    if (style !== undefined && !FORM_STYLES.includes(style)) return undefined;
    return { style: style ?? 'form', ...(typeof explode === 'boolean' && { explode }) };
  }
  const [contentType, ...others] = contentTypesOf(at);
  if (contentType === undefined) return {};
  if (isJsonType(contentType)) return { json: true };
  return contentType === 'text/plain' && others.length === 0 ? { style: 'form' } : undefined;
}

/** Without their parameters. */
export function contentTypesOf(at: Node): string[] {
  const names = stringAt(at, 'contentType')?.split(',') ?? [];
  return names.map((name) => name.replace(/;.*/s, '').trim().toLowerCase()).filter((name) => name !== '');
}
