import type { DocumentedHeader, Parameter } from '../contract.ts';
import { isJsonType } from '../media-type.ts';
import { child, type Node, placeOf } from './description.ts';
import { DEEP_OBJECT } from './encoding.ts';
import { fail, isTrue, stringAt } from './node-text.ts';
import type { DescriptionReader } from './reader.ts';
import type { Direction } from './schemas/direction.ts';

/** The styles of each place, its default first. Source: OpenAPI 3.1.1, "Style Values". */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** OpenAPI 3.1.1, "Parameter Object": header parameters of these names are ignored. */
const IGNORED_HEADERS = /^(?:accept|content-type|authorization)$/i;

/** A path's parameters and an operation's, which override those of the same name and place. */
export function readParameters(
  reader: DescriptionReader,
  holders: readonly Node[],
  subject: string,
): Parameter[] {
  const parameters = holders
    .flatMap((holder) => reader.description.members(child(holder, 'parameters')))
    .map(([, at]) => readParameter(reader, at, subject))
    .filter((parameter) => parameter.in !== 'header' || !IGNORED_HEADERS.test(parameter.name));
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in}:${parameter.name}`, parameter])).values(),
  ];
}

function readParameter(reader: DescriptionReader, at: Node, subject: string): Parameter {
  const node = reader.description.deref(at);
  const name = stringAt(node, 'name') ?? fail(node, 'a parameter needs a name');
  const place = stringAt(node, 'in') ?? fail(node, 'a parameter needs to say where it is: `in`');
  const styles = STYLES[place] ?? fail(node, 'a parameter is `in` path, query, header or cookie');
  const style = stringAt(node, 'style');
  if (style !== undefined && !styles.includes(style)) {
    fail(node, `the style of a ${place} parameter is ${styles.join(', ')}`);
  }
  if (style === 'deepObject') reader.limitations.add('unsupported', placeOf(node), DEEP_OBJECT);
  return {
    name,
    in: place,
    required: isTrue(node, 'required'),
    ...readValue(reader, node, `${subject} ${name}`, 'request'),
    spec: placeOf(node),
    ...(style !== undefined && style !== styles[0] && { style }),
    ...explodeOf(node, (style ?? styles[0]) === 'form'),
    ...(place === 'query' && isTrue(node, 'allowEmptyValue') && { allowEmptyValue: true }),
    ...(isTrue(node, 'deprecated') && { deprecated: true }),
  };
}

export function readHeader(reader: DescriptionReader, at: Node, name: string): DocumentedHeader {
  const node = reader.description.deref(at);
  return {
    required: isTrue(node, 'required'),
    ...readValue(reader, node, `header ${name}`, 'response'),
    spec: placeOf(node),
    ...explodeOf(node, false),
    ...(isTrue(node, 'deprecated') && { deprecated: true }),
  };
}

/** `explode`, where it is not what the style has by default. */
function explodeOf(node: Node, byDefault: boolean): { explode?: boolean } {
  const explode = child(node, 'explode')?.value;
  return typeof explode === 'boolean' && explode !== byDefault ? { explode } : {};
}

/** The schema of a parameter or header: its own, or that of the one media type of its `content`. */
function readValue(
  { description, schemas, limitations }: DescriptionReader,
  node: Node,
  name: string,
  direction: Direction,
): { schema: string | null; json?: true } {
  const schema = child(node, 'schema');
  if (schema !== undefined) return { schema: schemas.idOf(schema, name, direction) };
  const [content] = description.members(child(node, 'content'));
  const described = content && child(description.deref(content[1]), 'schema');
  if (content === undefined || described === undefined) return { schema: null };
  if (isJsonType(content[0].toLowerCase())) {
    return { schema: schemas.idOf(described, name, direction), json: true };
  }
  limitations.add(
    'unsupported',
    placeOf(content[1]),
    `parameters and headers of type ${content[0]} are not judged`,
  );
  return { schema: null };
}
