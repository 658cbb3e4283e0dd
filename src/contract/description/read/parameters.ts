import type { DocumentedHeader, FieldEncoding, Parameter } from '../../contract.ts';
import { child, fail, isTrue, mapOf, type Node, placeOf, stringAt } from '../load/description.ts';
import { isJsonType } from '../media-type.ts';
import type { Direction } from '../schemas/direction.ts';
import { attempt, type DescriptionReader, membersAt, wrongOf } from './reader.ts';

/** The styles of each place, its default first. Source: OpenAPI 3.1.1, "Style Values". */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** OpenAPI 3.1.1, "Parameter Object": header parameters of these names are ignored. */
const IGNORED_HEADERS = /^(?:accept|content-type|authorization)$/i;

/** Of parameters of one name and place the last counts. */
export function overriding(parameters: readonly Parameter[]): Parameter[] {
  const counting = parameters.filter(
    ({ in: place, name }) => place !== 'header' || !IGNORED_HEADERS.test(name),
  );
  return [...new Map(counting.map((each) => [`${each.in}:${each.name}`, each])).values()];
}

/** Throws DescriptionError where nobody can tell which parameter is meant. */
export function readParameter(reader: DescriptionReader, at: Node, subject: string): Parameter {
  const node = mapOf(reader.description.deref(at), 'a parameter');
  const name = stringAt(node, 'name') ?? fail(node, 'a parameter needs a name');
  const place = stringAt(node, 'in') ?? fail(node, 'a parameter needs to say where it is: `in`');
  const styles = STYLES[place] ?? fail(node, 'a parameter is `in` path, query, header or cookie');
  const style = stringAt(node, 'style');
  if (style === 'deepObject') reader.limitations.add('unsupported', placeOf(node), DEEP_OBJECT);
  return {
    name,
    in: place,
    required: isTrue(node, 'required'),
    ...readValue(reader, node, `${subject} ${name}`, 'request', () => {
      if (style !== undefined && !styles.includes(style))
        fail(node, `the style of a ${place} parameter is ${styles.join(', ')}`);
    }),
    spec: placeOf(node),
    ...(style !== undefined && style !== styles[0] && { style }),
    ...explodeOf(node, (style ?? styles[0]) === 'form'),
    ...(place === 'query' && isTrue(node, 'allowEmptyValue') && { allowEmptyValue: true }),
    ...(isTrue(node, 'deprecated') && { deprecated: true }),
  };
}

export function readHeader(reader: DescriptionReader, at: Node, name: string): DocumentedHeader {
  return attempt(
    reader,
    () => {
      const node = mapOf(reader.description.deref(at), 'a header');
      return {
        required: isTrue(node, 'required'),
        ...readValue(reader, node, `header ${name}`, 'response'),
        spec: placeOf(node),
        ...explodeOf(node, false),
        ...(isTrue(node, 'deprecated') && { deprecated: true }),
      };
    },
    (unread) => ({ required: false, schema: null, spec: placeOf(at), wrong: wrongOf(unread) }),
  );
}

/** `explode`, where it is not what the style has by default. */
function explodeOf(node: Node, byDefault: boolean): { explode?: boolean } {
  const explode = child(node, 'explode')?.value;
  return typeof explode === 'boolean' && explode !== byDefault ? { explode } : {};
}

/** The schema of a parameter or header: its own, or that of the one media type of its `content`. */
function readValue(
  reader: DescriptionReader,
  node: Node,
  name: string,
  direction: Direction,
  check: () => void = () => undefined,
): Pick<Parameter, 'schema' | 'json' | 'wrong'> {
  const { description, schemas, limitations } = reader;
  const read = (): Pick<Parameter, 'schema' | 'json'> => {
    check();
    const schema = child(node, 'schema');
    if (schema !== undefined) return { schema: schemas.idOf(schema, name, direction) };
    const [content] = membersAt(reader, node, 'content', 'map');
    const described = content && child(description.deref(content[1]), 'schema');
    if (content === undefined || described === undefined) return { schema: null };
    if (isJsonType(content[0].toLowerCase()))
      return { schema: schemas.idOf(described, name, direction), json: true };
    const what = `parameters and headers of type ${content[0]} are not judged`;
    limitations.add('unsupported', placeOf(content[1]), what);
    return { schema: null };
  };
  return attempt(reader, read, (unread) => ({ schema: null, wrong: wrongOf(unread) }));
}

const FORM_STYLES: readonly string[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** Of parameters and of forms. */
const DEEP_OBJECT =
  'unless --strict, lists and objects in a deepObject are not judged: nothing says how they are written';

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
    if (style !== undefined && !FORM_STYLES.includes(style)) return undefined;
    return { style: style ?? 'form', ...(typeof explode === 'boolean' && { explode }) };
  }
  const contentType = stringAt(at, 'contentType')?.split(';', 1)[0]?.trim().toLowerCase();
  if (contentType === undefined) return {};
  if (isJsonType(contentType)) return { json: true };
  return contentType === 'text/plain' ? { style: 'form' } : undefined;
}
