import type { Exchange } from '../exchange.ts';
import {
  RecordingError,
  type RecordingSource,
  readBlocks,
  readHar,
  readNdjson,
  readRecordingFile,
} from '../recordings/index.ts';
import { type CollectOptions, collectPart, type RunPart } from './collect.ts';
import type { RunContract } from './contracts.ts';
import type { SegmentTask, Task } from './plan.ts';

export interface RunTaskOptions {
  readonly collect: CollectOptions;
  /** Told how many bytes were read. */
  readonly onRead: (bytes: number) => void;
}

/**
 * Verifies the exchanges of a task. What is found does not depend on the thread, nor on other tasks. A file that can't be
 * read is noted as unread, with what came before it was found out; the next one is read.
 */
export async function runTask(
  contracts: readonly RunContract[],
  task: Task,
  { collect, onRead }: RunTaskOptions,
): Promise<RunPart> {
  const part = collectPart(contracts, collect);
  const add = async (file: string, batches: AsyncIterable<Iterable<Exchange>>): Promise<void> => {
    try {
      for await (const batch of batches) for (const exchange of batch) part.add(exchange);
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      const { reason, format } = error;
      part.unread({ file, reason, ...(format !== undefined && { format }) });
    }
  };
  if (task.kind === 'segment') await add(task.file, readSegment(task, onRead));
  else for (const file of task.files) await add(file, readRecordingFile(file, onRead));
  return part.result();
}

function readSegment(
  { file, format, range, isFirst, isLast }: SegmentTask,
  onRead: (bytes: number) => void,
): AsyncIterable<Iterable<Exchange>> {
  const source: RecordingSource = {
    file,
    head: '',
    chunks: counted(readBlocks(file, range), onRead),
    close: async () => undefined,
  };
  const read = format === 'har' ? readHar : readNdjson;
  // Who puts the parts together knows what came before.
  return read(source, { index: 0, line: 0, byte: range.start, isFirst, isLast });
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    yield chunk;
    onRead(chunk.length);
  }
}
