import { parentPort, workerData } from 'node:worker_threads';
import { bundledContract } from '../bundled-contract.ts';
import type { Contract } from '../contract.ts';
import { contractPoints } from '../coverage/points.ts';
import type { Task } from './plan.ts';
import { runTask } from './run-task.ts';
import type { FromThread, ThreadStart } from './threads.ts';

/** The whole of a thread: it runs one task after another as it is told. */
const { api, allowRefs, collect } = workerData as ThreadStart;
const contract = api === undefined ? bundledContract : await compile(api);
const points = contractPoints(contract);

parentPort?.on('message', async (task: Task) => {
  const onRead = (bytes: number): void => say({ type: 'read', bytes });
  say({ type: 'done', part: await runTask(contract, points, task, { collect, onRead }) });
});

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function compile(description: string): Promise<Contract> {
  const { compileDescription } = await import('../description/compile.ts');
  return compileDescription(description, { allowRefs });
}
