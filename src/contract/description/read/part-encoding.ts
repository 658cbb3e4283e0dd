import type { FieldEncoding, MediaType } from '../../contract.ts';
import { child, children, type Node, placeOf, stringAt } from '../load/description.ts';
import { contentTypesOf, hasStyle, readEncodings } from './form-encoding.ts';
import { readHeader } from './parameters.ts';
import { type DescriptionReader, membersAt, sinceOpenapi32 } from './reader.ts';

/**
 * How the parts of a multipart body are written: by their names, or by their places. Undefined
 * where they can't be read. Source: OpenAPI
 * 3.2.0, "Encoding Usage and Restrictions".
 */
export function readPartEncoding(
  reader: DescriptionReader,
  media: Node,
): Pick<MediaType, 'encoding' | 'partEncoding'> | undefined {
  const read = (at: Node): FieldEncoding | undefined => partField(reader, at);
  const encoding = readEncodings(reader, media, read);
  if (encoding === undefined) return undefined;
  const item = sinceOpenapi32(reader, media, 'itemEncoding');
  const first = children(sinceOpenapi32(reader, media, 'prefixEncoding')).map(([, at]) => read(at) ?? {});
  const others = item && read(item);
  return {
    ...(Object.keys(encoding).length > 0 && { encoding }),
    ...((first.length > 0 || others) && { partEncoding: { first, ...(others && { others }) } }),
  };
}

/**
 * A style is of a form's parts since 3.1; the default one writes them as they are written without. Headers are described for
 * all parts.
 */
function partField(reader: DescriptionReader, at: Node): FieldEncoding | undefined {
  const isStyled = hasStyle(at) && reader.version !== '3.0';
  const isPlain = (stringAt(at, 'style') ?? 'form') === 'form' && child(at, 'explode')?.value !== false;
  if (isStyled && !isPlain) return undefined;
  for (const key of ['encoding', 'prefixEncoding', 'itemEncoding']) {
    const nested = child(at, key);
    if (nested !== undefined)
      reader.limitations.add('unsupported', placeOf(nested), 'multipart bodies in parts are not judged');
  }
  const names = isStyled ? [] : contentTypesOf(at);
  const place = child(at, 'contentType') ?? at;
  const headers = membersAt(reader, at, 'headers', 'map')
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, node]) => [name.toLowerCase(), readHeader(reader, node, name)] as const);
  return {
    ...(names.length > 0 && { contentTypes: { names, spec: placeOf(place) } }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
  };
}
