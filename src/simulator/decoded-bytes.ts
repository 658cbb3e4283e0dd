/** What a text says once its escapes are read, as bytes of UTF-8. */
export interface DecodedBytes {
  /** A character for each byte. */
  readonly bytes: string;
  /** Where in the text the byte at `index` begins; the length of the text for the one after the last. */
  startOf(index: number): number;
}

/** The escapes of a URL, those of JSON, and those of a URL in JSON; and what has more bytes than one. */
const escapes = {
  url: /%[0-9a-f]{2}|[\u{80}-\u{10ffff}]/giu,
  json: /\\u[0-9a-f]{4}|\\["\\/]|[\u{80}-\u{10ffff}]/giu,
  both: /%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\["\\/]|[\u{80}-\u{10ffff}]/giu,
} as const;

/**
 * The readings of a text that has escapes; none for one that says what it says. A URL may encode any character or none,
 * in capitals or not, and JSON has several ways to write one too, so that something can only be found for certain in
 * what all of them mean. Takes time in proportion to the text.
 */
export function readingsOf(text: string): readonly DecodedBytes[] {
  const [url, json] = [text.includes('%'), text.includes('\\')];
  return [
    ...(url ? [decodedBy(escapes.url, text)] : []),
    ...(json ? [decodedBy(escapes.json, text)] : []),
    ...(url && json ? [decodedBy(escapes.both, text)] : []),
  ];
}

/** Where something begins: as a byte, and in the text. */
interface Place {
  readonly byte: number;
  readonly at: number;
}

function decodedBy(pattern: RegExp, text: string): DecodedBytes {
  const parts: string[] = [];
  const places: Place[] = [];
  let length = 0;
  let read = 0;
  const add = (bytes: string, end: number): void => {
    places.push({ byte: length, at: read });
    parts.push(bytes);
    length += bytes.length;
    read = end;
  };
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (found.index > read) add(text.slice(read, found.index), found.index);
    add(meantBy(found[0]), pattern.lastIndex);
  }
  add(text.slice(read), text.length);
  return { bytes: parts.join(''), startOf: (index) => startIn(places, index) };
}

function meantBy(token: string): string {
  if (token.startsWith('%')) return String.fromCharCode(Number.parseInt(token.slice(1), 16));
  if (!token.startsWith('\\')) return utf8Bytes(token);
  return token.length > 2
    ? utf8Bytes(String.fromCharCode(Number.parseInt(token.slice(2), 16)))
    : token.slice(1);
}

function startIn(places: readonly Place[], index: number): number {
  let [low, high] = [0, places.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.byte ?? Infinity) <= index) low = middle;
    else high = middle;
  }
  const { byte, at } = places[low] ?? { byte: 0, at: 0 };
  return at + index - byte;
}

const encoder = new TextEncoder();

/** A text as UTF-8, with a character for each byte. */
export function utf8Bytes(text: string): string {
  const bytes = encoder.encode(text);
  if (bytes.length === text.length) return text;
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
