import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Cost, costOf } from '../cost.ts';
import { interleaved, type Samples } from '../interleaved.ts';
import { CONTENDERS, type Contender, createContenders } from './contenders.ts';

/** Rounds, and calls in each, by how many are under way at a time. */
const PLANS = { 1: { rounds: 150, calls: 40 }, 64: { rounds: 100, calls: 192 } } as const;
const WARM_UP_ROUNDS = 5;

/** What a call costs against a real server, so many at a time. */
export async function loopback(concurrency: keyof typeof PLANS): Promise<Samples<Contender, Cost>> {
  const { rounds, calls } = PLANS[concurrency];
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)));
  try {
    const port = await new Promise((resolve) => child.once('message', resolve));
    const contenders = await createContenders(`http://127.0.0.1:${port}`);
    const measure = (name: Contender): Promise<Cost> =>
      costOf(calls, () => callAll(contenders[name], calls, concurrency));
    await interleaved(WARM_UP_ROUNDS, CONTENDERS, measure);
    return await interleaved(rounds, CONTENDERS, measure);
  } finally {
    child.kill();
  }
}

async function callAll(call: () => Promise<unknown>, calls: number, concurrency: number): Promise<void> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
