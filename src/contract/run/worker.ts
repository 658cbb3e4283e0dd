import { parentPort, workerData } from 'node:worker_threads';
import { bundledContract } from '../bundled-contract.ts';
import type { Contract } from '../contract.ts';
import { runContracts } from './contracts.ts';
import type { Task } from './plan.ts';
import { runTask } from './run-task.ts';
import type { FromThread, ThreadStart } from './threads.ts';

/** The whole of a thread: it runs one task after another as it is told. */
const { apis, servers, allowRefs, collect } = workerData as ThreadStart;
const compiled = apis.length === 0 ? [bundledContract] : await Promise.all(apis.map(compile));
const contracts = runContracts(
  compiled.map((contract, place) => ({ contract, servers: servers[place] ?? [] })),
);

parentPort?.on('message', async (task: Task) => {
  const onRead = (bytes: number): void => say({ type: 'read', bytes });
  say({ type: 'done', part: await runTask(contracts, task, { collect, onRead }) });
});

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function compile(description: string): Promise<Contract> {
  const { compileDescription } = await import('../description/compile.ts');
  return compileDescription(description, { allowRefs });
}
