import { type Cost, costOf } from '../cost.ts';
import { interleaved, type Samples } from '../interleaved.ts';
import { CONTENDERS, type Contender, createContenders } from './contenders.ts';
import { withFakeFetch } from './fake-fetch.ts';

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
