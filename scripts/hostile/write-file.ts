import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createGzip } from 'node:zlib';

/** Writes a text, then a piece of text so many times, then the end; gzipped on the way where asked for. */
export async function writeFile(
  file: string,
  parts: {
    readonly start?: string;
    readonly piece: string;
    readonly times: number;
    readonly end?: string;
    readonly zip?: boolean;
  },
): Promise<void> {
  const out = createWriteStream(file);
  const sink = parts.zip === true ? createGzip({ level: 9 }) : out;
  if (sink !== out) sink.pipe(out);
  const write = async (text: string): Promise<void> => {
    if (!sink.write(text)) await once(sink, 'drain');
  };
  await write(parts.start ?? '');
  const together = Math.max(1, Math.floor((1024 * 1024) / parts.piece.length));
  const block = parts.piece.repeat(together);
  for (let left = parts.times; left > 0; left -= together)
    await write(left >= together ? block : parts.piece.repeat(left));
  sink.end(parts.end ?? '');
  await once(out, 'finish');
}
