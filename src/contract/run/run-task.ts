import type { Contract } from '../contract.ts';
import type { ContractPoints } from '../coverage/points.ts';
import type { Exchange } from '../exchange.ts';
import type { RecordingSource } from '../recordings/index.ts';
import { readBlocks, readHar, readNdjson, readRecordingFile } from '../recordings/index.ts';
import { type CollectOptions, collectPart, type RunPart } from './collect.ts';
import type { SegmentTask, Task } from './plan.ts';

/** What was counted in a file before a segment of it. */
export interface Before {
  readonly index: number;
  readonly line: number;
}

export interface RunTaskOptions {
  readonly collect: CollectOptions;
  /** Where it is a segment, and that is known already. Default: nothing. */
  readonly before?: Before;
  /** Told how many bytes were read. */
  readonly onRead: (bytes: number) => void;
}

/**
 * Verifies the exchanges of a task. What is found does not depend on the thread, nor on other tasks.
 *
 * @throws RecordingError if something can't be read, or a segment does not end where it should
 */
export async function runTask(
  contract: Contract,
  points: ContractPoints,
  task: Task,
  { collect, before = { index: 0, line: 0 }, onRead }: RunTaskOptions,
): Promise<RunPart> {
  const part = collectPart(contract, points, collect);
  const add = async (batches: AsyncIterable<Iterable<Exchange>>): Promise<void> => {
    for await (const batch of batches) for (const exchange of batch) part.add(exchange);
  };
  if (task.kind === 'segment') await add(readSegment(task, before, onRead));
  else for (const file of task.files) await add(readRecordingFile(file, onRead));
  return part.result();
}

function readSegment(
  { file, format, range, isFirst, isLast }: SegmentTask,
  before: Before,
  onRead: (bytes: number) => void,
): AsyncIterable<Iterable<Exchange>> {
  const source: RecordingSource = {
    file,
    head: '',
    chunks: counted(readBlocks(file, range), onRead),
    close: async () => undefined,
  };
  const read = format === 'har' ? readHar : readNdjson;
  return read(source, { ...before, byte: range.start, isFirst, isLast });
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    yield chunk;
    onRead(chunk.length);
  }
}
