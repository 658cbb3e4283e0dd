import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Cost, costOf, interleaved, type Samples } from '../measure.ts';
import { CONTENDERS, type Contender, createContenders, withFakeFetch } from './contenders.ts';

const WARM_UP = 3000;
/** Many and short: a pause that hits one contender then spoils one value of many. */
const ROUNDS = 300;
const CALLS = 100;

/** What a call costs whose answer is already there: nothing but the client itself. */
export function inProcess(): Promise<Samples<Contender, Cost>> {
  return withFakeFetch(async () => {
    const contenders = await createContenders('http://127.0.0.1:1');
    const measure = (name: Contender, calls: number): Promise<Cost> =>
      costOf(calls, async () => {
        const call = contenders[name];
        for (let done = 0; done < calls; done++) await call();
      });
    for (const name of CONTENDERS) await measure(name, WARM_UP);
    return interleaved(ROUNDS, CONTENDERS, (name) => measure(name, CALLS));
  });
}

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
