import type { DocumentedHeader, Parameter } from '../../contract.ts';
import { child, fail, isTrue, mapOf, type Node, placeOf, stringAt } from '../load/description.ts';
import { essenceOf, writingOf } from '../media-type.ts';
import type { Direction } from '../schemas/direction.ts';
import { DEEP_OBJECT, readFormEncoding } from './form-encoding.ts';
import { attempt, type DescriptionReader, membersAt, wrongOf } from './reader.ts';

/** The styles of each place, its default first. Source: OpenAPI 3.1.1, "Style Values". */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
};

/** In OpenAPI 3.2: the whole query, as one value of a media type. */
const QUERYSTRING = 'querystring';

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
  if (place === QUERYSTRING && reader.version === '3.2') return readQuerystring(reader, node, name, subject);
  const styles = STYLES[place] ?? fail(node, 'a parameter is `in` path, query, header or cookie');
  const style = stringAt(node, 'style');
  if (style === 'deepObject') reader.limitations.add('unsupported', placeOf(node), DEEP_OBJECT);
  return {
    name,
    in: place,
    required: isTrue(node, 'required'),
    ...readValue(reader, node, `${subject} ${name}`, 'request', () => {
      const isLater = style === 'cookie' && reader.version !== '3.2';
      if (style !== undefined && (isLater || !styles.includes(style)))
        fail(node, `the style of a ${place} parameter is ${styles.join(', ')}`);
    }),
    spec: placeOf(node),
    ...(style !== undefined && style !== styles[0] && { style }),
    ...explodeOf(node, (style ?? styles[0]) === 'form'),
    ...(place === 'query' && isTrue(node, 'allowEmptyValue') && { allowEmptyValue: true }),
    ...(isTrue(node, 'deprecated') && { deprecated: true }),
  };
}

/** Source: OpenAPI 3.2.0, "Parameter Locations". */
function readQuerystring(reader: DescriptionReader, node: Node, name: string, subject: string): Parameter {
  const [content] = membersAt(reader, node, 'content', 'map');
  const place = { name, in: QUERYSTRING, required: isTrue(node, 'required'), spec: placeOf(node) };
  const isForm = content !== undefined && writingOf(essenceOf(content[0])) === 'form';
  const media = isForm ? mapOf(reader.description.deref(content[1]), 'a media type') : undefined;
  const schema = media && child(media, 'schema');
  const form = media && readFormEncoding(reader, media);
  const deprecated = isTrue(node, 'deprecated') && { deprecated: true as const };
  if (!isForm)
    return { ...place, ...readValue(reader, node, `${subject} ${name}`, 'request'), ...deprecated };
  const id =
    schema === undefined || form === undefined
      ? null
      : reader.schemas.idOf(schema, `${subject} ${name}`, 'request');
  return { ...place, schema: id, ...(form && { form }), ...deprecated };
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
    const writing = writingOf(essenceOf(content[0]));
    if (writing === 'json') return { schema: schemas.idOf(described, name, direction), json: true };
    if (writing === 'text') return { schema: schemas.idOf(described, name, direction) };
    const what = `parameters and headers of type ${content[0]} are not judged`;
    limitations.add('unsupported', placeOf(content[1]), what);
    return { schema: null };
  };
  return attempt(reader, read, (unread) => ({ schema: null, wrong: wrongOf(unread) }));
}
