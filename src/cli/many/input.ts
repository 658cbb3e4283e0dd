import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { printable } from '../../contract/printable.ts';
import type { EnrichmentRef } from '../../index.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { parseRef } from './parse-ref.ts';
import { LineError, readLines } from './read-lines.ts';

/** A list of references that is read as it is used. */
export interface Input {
  /** As messages call it. */
  readonly name: string;
  /** Whether it can be read from the start more than once: a file can, a pipe can't. */
  readonly again: boolean;
  /** @throws UsageError that names the line which is no reference */
  read(): AsyncGenerator<EnrichmentRef, void, undefined>;
  /** Lets go of it, read or not. */
  close(): void;
}

/** @throws UsageError if there is no such file */
export async function openInput(from: string, terminal: Terminal): Promise<Input> {
  if (from === '-') {
    const { input } = terminal;
    if (input === undefined || input.isTTY === true)
      throw new UsageError('--from - reads from a pipe, and nothing is piped in');
    return { name: 'stdin', again: false, read: () => refs('stdin', input), close: () => input.destroy() };
  }
  const name = printable(from);
  let isFile: boolean;
  let isPipe: boolean;
  try {
    const found = await stat(from);
    if (found.isDirectory()) throw new UsageError(`${name} is a folder, not a file of references`);
    isFile = found.isFile();
    isPipe = found.isFIFO();
  } catch (error) {
    throw unreadable(name, error);
  }
  const open = new Set<{ destroy(): unknown }>();
  return {
    name,
    again: isFile,
    async *read() {
      const stream = isPipe ? openPipe(from) : createReadStream(from);
      open.add(stream);
      try {
        yield* refs(name, stream);
      } finally {
        stream.destroy();
        open.delete(stream);
      }
    },
    close() {
      for (const stream of open) stream.destroy();
    },
  };
}

/**
 * Opens a named pipe without waiting for anybody to write to it. As a file it would be opened by a thread, which nothing
 * can call back: the process could not end before somebody came.
 */
function openPipe(path: string): Readable {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

async function* refs(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<EnrichmentRef, void, undefined> {
  try {
    for await (const { text, number } of readLines(chunks)) {
      if (text.trim() === '') continue;
      const ref = parseRef(text);
      if ('reason' in ref) throw new LineError(number, ref.reason);
      yield ref;
    }
  } catch (error) {
    if (error instanceof LineError) throw new UsageError(`${name}: line ${error.line} ${error.message}`);
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError || code === undefined) return error;
  return new UsageError(`${name}: ${code === 'ENOENT' ? 'does not exist' : `can't be read (${code})`}`);
}
