import type { FieldEncoding } from '../../contract.ts';
import { child, type Node, placeOf } from '../load/description.ts';
import { mapOf, stringAt } from '../load/node-text.ts';
import { isJsonType } from '../media-type.ts';
import { type DescriptionReader, membersAt } from './reader.ts';

const STYLES: readonly string[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** Of parameters and of forms. */
export const DEEP_OBJECT =
  'lists and objects in a deepObject are not judged: nothing says how they are written';

/**
 * How the properties of a form are written; undefined where one is written as nobody here can read: then the form is not
 * judged. Source: OpenAPI 3.1.1, "Encoding Object".
 */
export function readEncoding(
  reader: DescriptionReader,
  media: Node,
): Readonly<Record<string, FieldEncoding>> | undefined {
  const fields: [string, FieldEncoding][] = [];
  const { description, limitations } = reader;
  for (const [name, at] of membersAt(reader, media, 'encoding', 'map')) {
    const field = fieldOf(mapOf(description.deref(at), 'an encoding'));
    if (field === undefined) {
      limitations.add(
        'unsupported',
        placeOf(at),
        `forms whose property ${name} is encoded like this are not judged`,
      );
      return undefined;
    }
    if (field.style === 'deepObject') {
      limitations.add('unsupported', placeOf(at), DEEP_OBJECT);
    }
    fields.push([name, field]);
  }
  return Object.fromEntries(fields);
}

/** `contentType` says nothing where one of the others is there. */
function fieldOf(at: Node): FieldEncoding | undefined {
  const style = stringAt(at, 'style');
  const explode = child(at, 'explode')?.value;
  if (style !== undefined || typeof explode === 'boolean' || child(at, 'allowReserved') !== undefined) {
    if (style !== undefined && !STYLES.includes(style)) return undefined;
    return { style: style ?? 'form', ...(typeof explode === 'boolean' && { explode }) };
  }
  const contentType = stringAt(at, 'contentType')?.split(';', 1)[0]?.trim().toLowerCase();
  if (contentType === undefined) return {};
  if (isJsonType(contentType)) return { json: true };
  return contentType === 'text/plain' ? { style: 'form' } : undefined;
}
