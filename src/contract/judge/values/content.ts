import type { MediaType } from '../../contract.ts';
import {
  type ContentType,
  documentedType,
  isJsonType,
  parseContentType,
} from '../../description/media-type.ts';

/** What a content-type means for a message whose content is documented. */
export interface ContentRead {
  /** Undefined where the header is missing, or is no content-type. */
  readonly type: ContentType | undefined;
  /** The documented media type or range that it falls under. */
  readonly name: string | undefined;
  /** What the body is to be judged by: undefined where nothing documented can be meant. */
  readonly mediaType: MediaType | undefined;
  /** The body is, or ought to be, JSON. */
  readonly isJson: boolean;
  /** The content-type is documented, and as its media type wants it. */
  readonly conforms: boolean;
}

/** Reads a content-type, as it stands in the header; undefined where there is none. */
export type ContentReader = (header: string | undefined) => ContentRead;

/** Different values that are remembered; more than that are no longer those of one API. */
const MOST_REMEMBERED = 100;

export function contentReader(documented: Readonly<Record<string, MediaType>>): ContentReader {
  const known = new Map<string | undefined, ContentRead>();
  return (header) => {
    const before = known.get(header);
    if (before !== undefined) return before;
    const read = readContent(documented, header);
    if (known.size < MOST_REMEMBERED) known.set(header, read);
    return read;
  };
}

/**
 * A content-type that is missing or not documented is a finding of its own; where only one media type is documented the body
 * is still judged by it, for one fault must not hide another.
 */
function readContent(
  documented: Readonly<Record<string, MediaType>>,
  header: string | undefined,
): ContentRead {
  const type = header === undefined ? undefined : parseContentType(header);
  const names = Object.keys(documented);
  const name = type && documentedType(names, type);
  if (type !== undefined && name !== undefined) {
    const isJson = isJsonType(type.essence);
    return { type, name, mediaType: documented[name], isJson, conforms: !isJson || isUtf8(type) };
  }
  const isJson = type !== undefined && isJsonType(type.essence);
  const [only, ...others] = names;
  const isOnlyJson = only !== undefined && others.length === 0 && isJsonType(only);
  // HTML where JSON is documented is said once, as a content-type; it would only be said again as malformed JSON.
  const mayBeJson = type === undefined || isJson || type.essence === 'text/plain';
  return isOnlyJson && mayBeJson
    ? { type, name, mediaType: documented[only], isJson: true, conforms: false }
    : { type, name, mediaType: undefined, isJson: names.length === 0 && isJson, conforms: false };
}

/** RFC 8259 section 8.1: JSON between systems is UTF-8. `us-ascii` is a subset, but nobody has business to say so. */
function isUtf8({ charset }: ContentType): boolean {
  return charset === undefined || /^utf-?8$/.test(charset);
}
