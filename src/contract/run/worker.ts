import { parentPort, workerData } from 'node:worker_threads';
import { bundledContract } from '../bundled-contract.ts';
import type { Contract } from '../contract.ts';
import { runContracts } from './contracts.ts';
import type { Task } from './plan.ts';
import { runTask } from './run-task.ts';
import type { ContractSource, FromThread, ThreadStart } from './threads.ts';

/** The whole of a thread: it runs one task after another as it is told. */
const { contracts: sources, allowRefs, collect } = workerData as ThreadStart;
const contracts = runContracts(
  await Promise.all(
    sources.map(async (source) => ({ contract: await contractOf(source), servers: source.servers })),
  ),
);

parentPort?.on('message', async (task: Task) => {
  const onRead = (bytes: number): void => say({ type: 'read', bytes });
  say({ type: 'done', part: await runTask(contracts, task, { collect, onRead }) });
});

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

/** @throws Error rather than that exchanges are held against another contract than the run's */
async function contractOf({ api, sha256 }: ContractSource): Promise<Contract> {
  const contract = api === undefined ? bundledContract : await compile(api);
  if (contract.sha256 === sha256) return contract;
  throw new Error(
    `Failed to share the work among threads: ${api ?? 'the fragment of this package'} is another description than the one given. Either it changed, or it was compiled with other options. Compile it anew, or use one thread.`,
  );
}

async function compile(description: string): Promise<Contract> {
  const { compileDescription } = await import('../description/compile.ts');
  return compileDescription(description, { allowRefs });
}
