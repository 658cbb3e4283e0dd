/** A line of a text, without its line break. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** The offset of the byte after it and its line break. */
  readonly end: number;
  /** Whether a line break ends it: the last line may lack one. */
  readonly ended: boolean;
}

/** What is wrong with a text, and where. */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly line: number;
  /** Whether it is the end of the text, cut off within a character. */
  readonly torn: boolean;

  constructor(line: number, reason: string, torn = false) {
    super(reason);
    this.line = line;
    this.torn = torn;
  }
}

/** Far more than two ids take; a file without a line break must not fill the memory. */
const MAX_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/**
 * The lines of a text in UTF-8, with `\n` or `\r\n`, and with or without a byte order mark. No more than one line and one
 * chunk are held.
 *
 * @throws LineError at a line that is not UTF-8, or longer than 64 KiB
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pending: Uint8Array = new Uint8Array();
  let number = 0;
  let end = 0;
  const line = (bytes: Uint8Array, ended: boolean): Line => {
    number += 1;
    end += bytes.length + (ended ? 1 : 0);
    return { text: decoded(decoder, bytes, number, ended), number, end, ended };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, start)) {
      const rest = chunk.subarray(start, at);
      yield line(pending.length === 0 ? rest : Buffer.concat([pending, rest]), true);
      pending = pending.subarray(0, 0);
      start = at + 1;
    }
    pending = Buffer.concat([pending, chunk.subarray(start)]);
    if (pending.length > MAX_BYTES) throw new LineError(number + 1, `is longer than ${MAX_BYTES} bytes`);
  }
  if (pending.length > 0) yield line(pending, false);
}

function decoded(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  number: number,
  ended: boolean,
): string {
  if (bytes.length > MAX_BYTES) throw new LineError(number, `is longer than ${MAX_BYTES} bytes`);
  try {
    const text = decoder.decode(bytes);
    return (number === 1 ? text.replace(/^\ufeff/, '') : text).replace(/\r$/, '');
  } catch {
    throw new LineError(number, 'is not UTF-8 text', !ended);
  }
}
