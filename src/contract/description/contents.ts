import type { DocumentedResponse, MediaType, RequestBody } from '../contract.ts';
import { isFormType, isJsonType, isJudgedType } from '../media-type.ts';
import { child, type Node, placeOf } from './description.ts';
import { readEncoding } from './encoding.ts';
import { isTrue } from './node-text.ts';
import { readHeader } from './parameters.ts';
import type { DescriptionReader } from './reader.ts';
import type { Direction } from './schemas/direction.ts';

export function readResponse(reader: DescriptionReader, at: Node, name: string): DocumentedResponse {
  const response = reader.description.deref(at);
  const headers = reader.description
    .members(child(response, 'headers'))
    // OpenAPI: a response header named Content-Type is described by `content`, this entry is ignored.
    .filter(([header]) => header.toLowerCase() !== 'content-type')
    .map(([header, node]) => [header.toLowerCase(), readHeader(reader, node, header)] as const);
  return {
    headers: Object.fromEntries(headers),
    content: readContent(reader, response, name, 'response'),
    ...(child(response, 'content') === undefined && { contentUnsaid: true }),
    spec: placeOf(at),
  };
}

export function readRequestBody(reader: DescriptionReader, at: Node, name: string): RequestBody {
  const body = reader.description.deref(at);
  return {
    required: isTrue(body, 'required'),
    content: readContent(reader, body, name, 'request'),
    spec: placeOf(at),
  };
}

function readContent(
  reader: DescriptionReader,
  holder: Node,
  name: string,
  direction: Direction,
): Record<string, MediaType> {
  const { description, schemas, limitations } = reader;
  const entries = description.members(child(holder, 'content')).map(([key, at]): [string, MediaType] => {
    const media = description.deref(at);
    const mediaType = key.toLowerCase();
    const schema = child(media, 'schema');
    if (schema !== undefined && !isJudgedType(mediaType)) {
      limitations.add(
        'unsupported',
        placeOf(media),
        `bodies of type ${mediaType} are not judged by their schema`,
      );
    } else if (schema !== undefined && mediaType.includes('*') && !isJsonType(mediaType)) {
      const what = `bodies of type ${mediaType} are judged by their schema only as JSON, plain text or a form`;
      limitations.add('unsupported', placeOf(media), what);
    }
    const isForm = isFormType(mediaType.split(';', 1)[0]?.trim() ?? '');
    const encoding = isForm ? readEncoding(reader, media) : {};
    const id = schema === undefined || encoding === undefined ? null : schemas.idOf(schema, name, direction);
    const isPlain = encoding === undefined || Object.keys(encoding).length === 0;
    return [mediaType, { schema: id, ...(isPlain ? {} : { encoding }), spec: placeOf(media) }];
  });
  return Object.fromEntries(entries);
}
