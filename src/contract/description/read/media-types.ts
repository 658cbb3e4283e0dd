import type { MediaType, SchemaId } from '../../contract.ts';
import { child, mapOf, type Node, placeOf } from '../load/description.ts';
import {
  essenceOf,
  isJudgedType,
  isOrdered,
  isSequence,
  readingOf,
  type Writing,
  writingOf,
} from '../media-type.ts';
import type { Direction } from '../schemas/direction.ts';
import { meaningOf } from '../schemas/related.ts';
import { readFormEncoding } from './form-encoding.ts';
import { readPartEncoding } from './part-encoding.ts';
import { attempt, type DescriptionReader, membersAt, sinceOpenapi32, wrongOf } from './reader.ts';

/** Throws DescriptionError where not even the media types can be read. */
export function readContent(
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
  const spec = placeOf(media);
  const schema = child(media, 'schema');
  const item = sinceOpenapi32(reader, media, 'itemSchema');
  const essence = essenceOf(mediaType);
  const writing = writingOf(essence);
  const limit = (what: string): void => limitations.add('unsupported', spec, what);
  if ((schema ?? item) === undefined) return { schema: null, spec };
  if (!isJudgedType(mediaType)) limit(`bodies of type ${mediaType} are not judged by their schema`);
  else if (writing === undefined)
    limit(
      `bodies of type ${mediaType} are judged by their schema only as JSON, text, a form or a list of items`,
    );
  const encoding = encodingOf(reader, media, writing);
  let id = schema === undefined ? null : schemas.idOf(schema, name, direction);
  if (id !== null && !isMeant(id, essence, reader, limit)) id = null;
  if (item !== undefined && (isSequence(writing) || isOrdered(essence))) {
    const itemId = schemas.idOf(item, `${name}[]`, direction);
    id = schemas.listOf(itemId, id, name, placeOf(child(media, 'itemSchema') ?? media));
  } else if (item !== undefined)
    limit(`itemSchema is not judged for ${mediaType}, which is no sequence of items`);
  return { schema: encoding === undefined ? null : id, ...encoding, spec };
}

/** Undefined where bodies that are written like this can't be read. */
function encodingOf(
  reader: DescriptionReader,
  media: Node,
  writing: Writing | undefined,
): Pick<MediaType, 'encoding' | 'partEncoding'> | undefined {
  if (writing === 'multipart') return readPartEncoding(reader, media);
  if (writing !== 'form') return {};
  const encoding = readFormEncoding(reader, media);
  return encoding === undefined || Object.keys(encoding).length > 0 ? encoding && { encoding } : {};
}

/** Whether the schema is one of the body as it is read: of the list of its items, or of its text. */
function isMeant(
  id: SchemaId,
  essence: string,
  { schemas }: DescriptionReader,
  limit: (what: string) => void,
): boolean {
  const writing = writingOf(essence);
  const meaning = meaningOf(id, schemas.schemas);
  if (writing === undefined || readingOf(essence, meaning) !== undefined) return true;
  const why = isSequence(writing)
    ? 'their schema is no list, and may mean an item or the whole'
    : isOrdered(essence)
      ? 'their parts have no names, and their schema is no list'
      : 'they are read as text, and their schema is of none';
  limit(`bodies of type ${essence} are not judged: ${why}`);
  return false;
}
