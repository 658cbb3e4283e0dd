import type { DocumentedResponse, MediaType, RequestBody, Wrong } from '../../contract.ts';
import { child, isTrue, mapOf, type Node, placeOf } from '../load/description.ts';
import { isFormType, isJsonType, isJudgedType } from '../media-type.ts';
import type { Direction } from '../schemas/direction.ts';
import { readEncoding, readHeader } from './parameters.ts';
import { attempt, type DescriptionReader, membersAt, wrongOf } from './reader.ts';

export function readResponse(reader: DescriptionReader, at: Node, name: string): DocumentedResponse {
  const spec = placeOf(at);
  const read = (): DocumentedResponse => {
    const response = mapOf(reader.description.deref(at), 'a response');
    let wrong: Wrong[] = [];
    const headers = attempt(
      reader,
      () => membersAt(reader, response, 'headers', 'map'),
      (unread) => {
        wrong = wrongOf(unread);
        return [];
      },
    )
      // OpenAPI: a response header named Content-Type is described by `content`, this entry is ignored.
      .filter(([header]) => header.toLowerCase() !== 'content-type')
      .map(([header, node]) => [header.toLowerCase(), readHeader(reader, node, header)] as const);
    const content = readContent(reader, response, name, 'response');
    const silence = child(response, 'content') === undefined && { contentUnsaid: true as const };
    return {
      headers: Object.fromEntries(headers),
      content,
      ...silence,
      spec,
      ...(wrong.length > 0 && { wrong }),
    };
  };
  return attempt(reader, read, (unread) => ({ headers: {}, content: {}, spec, unread }));
}

export function readRequestBody(reader: DescriptionReader, at: Node, name: string): RequestBody {
  const spec = placeOf(at);
  const read = (): RequestBody => {
    const body = mapOf(reader.description.deref(at), 'a request body');
    return { required: isTrue(body, 'required'), content: readContent(reader, body, name, 'request'), spec };
  };
  return attempt(reader, read, (unread) => ({ required: false, content: {}, spec, unread }));
}

/** Throws DescriptionError where not even the media types can be read. */
function readContent(
  reader: DescriptionReader,
  holder: Node,
  name: string,
  direction: Direction,
): Record<string, MediaType> {
  const entries = membersAt(reader, holder, 'content', 'map').map(([key, at]): [string, MediaType] => {
    const mediaType = key.toLowerCase();
    return [
      mediaType,
      attempt(
        reader,
        () => readMediaType(reader, at, mediaType, name, direction),
        (unread) => ({ schema: null, spec: placeOf(at), wrong: wrongOf(unread) }),
      ),
    ];
  });
  return Object.fromEntries(entries);
}

function readMediaType(
  reader: DescriptionReader,
  at: Node,
  mediaType: string,
  name: string,
  direction: Direction,
): MediaType {
  const { description, schemas, limitations } = reader;
  const media = mapOf(description.deref(at), 'a media type');
  const schema = child(media, 'schema');
  const limit = (what: string): void => limitations.add('unsupported', placeOf(media), what);
  if (schema !== undefined && !isJudgedType(mediaType)) {
    limit(`bodies of type ${mediaType} are not judged by their schema`);
  } else if (schema !== undefined && mediaType.includes('*') && !isJsonType(mediaType)) {
    limit(`bodies of type ${mediaType} are judged by their schema only as JSON, plain text or a form`);
  }
  const isForm = isFormType(mediaType.split(';', 1)[0]?.trim() ?? '');
  const encoding = isForm ? readEncoding(reader, media) : {};
  const id = schema === undefined || encoding === undefined ? null : schemas.idOf(schema, name, direction);
  const isPlain = encoding === undefined || Object.keys(encoding).length === 0;
  return { schema: id, ...(isPlain ? {} : { encoding }), spec: placeOf(media) };
}
