import { parentPort, workerData } from 'node:worker_threads';
import { bundledContract } from '../bundled-contract.ts';
import { contractPoints } from '../coverage/points.ts';
import { RecordingError } from '../recording-support/recording-error.ts';
import { runPiece } from './run-piece.ts';
import type { Task } from './share-pieces.ts';
import { type FromWorker, MOST_WAITING, type ToWorker, type WorkerOptions } from './worker-messages.ts';

/** The whole of a worker thread: it runs one task after another as the pool tells it. */
const { api, allowRefs, collect } = workerData as WorkerOptions;
const contract = api === undefined ? bundledContract : await compile(api);
const points = contractPoints(contract);

let waiting = 0;
let wake: (() => void) | undefined;

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'run') void run(message.place, message.task);
  else {
    waiting -= 1;
    wake?.();
  }
});

async function run(place: number, { piece, mode }: Task): Promise<void> {
  try {
    const exchanges = await runPiece(contract, points, piece, {
      ...collect,
      mode,
      onRead: (bytes) => send({ type: 'read', bytes }),
      onPart: async (part) => {
        // A segment is taken up as a whole, and there is an end to it.
        while (piece.kind === 'files' && waiting >= MOST_WAITING) await taken();
        waiting += 1;
        send({ type: 'part', place, part });
      },
    });
    send({ type: 'done', place, exchanges });
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    send({ type: 'failed', place, file: error.file, reason: error.reason });
  }
}

function taken(): Promise<void> {
  return new Promise((resolve) => {
    wake = resolve;
  });
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function compile(description: string) {
  const { compileDescription } = await import('../description/compile.ts');
  return compileDescription(description, { allowRefs });
}
