import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { duplicateKey } from '../../contract/json/remarks.ts';
import { printable } from '../../contract/printable.ts';
import type { EnrichmentRef } from '../../index.ts';
import { messageOf, UsageError, unreadable } from '../cli-errors.ts';
import { checkedRef } from '../one-enrichment.ts';
import type { Terminal } from '../terminal.ts';
import { type KnownRefs, keyOf } from './journal-entries.ts';
import { LineError, readLines } from './read-lines.ts';
import type { Tally } from './tally.ts';

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
    throw unreadable(from, error);
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

/** The result of reading one line: a reference, or why it is none. The reason does not quote the line. */
export type ParsedRef = EnrichmentRef | { readonly reason: string };

const FORM = '{"webset": "...", "enrichment": "..."}';

/** Reads `{"webset": "...", "enrichment": "..."}`; further members are passed over. */
export function parseRef(text: string): ParsedRef {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: `is not JSON: each line has to be ${FORM}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: `is not an object: each line has to be ${FORM}` };
  const { webset, enrichment } = value as Record<string, unknown>;
  for (const [name, id] of Object.entries({ webset, enrichment })) {
    if (id === undefined) return { reason: `has no "${name}"` };
    if (typeof id !== 'string') return { reason: `has no string as "${name}"` };
  }
  try {
    // JSON.parse takes the last of two, and nobody knows which one was meant.
    const twice = duplicateKey(text);
    if (twice !== undefined) return { reason: `has ${JSON.stringify(twice.slice(1))} twice` };
    return checkedRef({ webset, enrichment } as EnrichmentRef);
  } catch (error) {
    return { reason: `can't be used: ${messageOf(error)}` };
  }
}

/**
 * How many references there are, once each line has been looked at: a file that is broken at its end must not be
 * noticed when half of it is canceled. Undefined for a pipe, which can be read only once.
 *
 * @throws UsageError that names the line which is no reference, or if there is none at all
 */
export async function countRefs(input: Input, signal: AbortSignal): Promise<number | undefined> {
  if (!input.again) return undefined;
  let count = 0;
  for await (const _ of input.read()) {
    signal.throwIfAborted();
    count += 1;
  }
  if (count === 0) throw emptyInput(input);
  return count;
}

/** Nothing to do is not what anyone asked for: a list that came out empty is a mistake somewhere before. */
export function emptyInput({ name }: Input): UsageError {
  return new UsageError(`${name} holds no reference`);
}

/** The references that are to be sent: each once, and none that an earlier run has settled. The others are counted. */
export async function* pending(
  refs: AsyncIterable<EnrichmentRef>,
  known: KnownRefs,
  tally: Tally,
): AsyncGenerator<EnrichmentRef, void, undefined> {
  const seen = new Set<string>();
  for await (const ref of refs) {
    const key = keyOf(ref);
    const before = known.get(key);
    if (seen.has(key)) tally.repeated += 1;
    else if (before === 'settled' || before === 'completed') {
      tally.settledBefore += 1;
      if (before === 'completed') tally.completedBefore += 1;
    } else yield ref;
    seen.add(key);
  }
}
