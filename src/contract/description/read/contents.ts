import type { DocumentedResponse, RequestBody, Wrong } from '../../contract.ts';
import { child, isTrue, mapOf, type Node, placeOf } from '../load/description.ts';
import { readContent } from './media-types.ts';
import { readHeader } from './parameters.ts';
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
