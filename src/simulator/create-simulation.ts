import { behave } from './behaviour.ts';
import { createClock, type SimulatorClock } from './clock.ts';
import { createRateLimiter } from './gateway/rate-limiter.ts';
import { createPlan } from './mishaps/plan.ts';
import type { SimulatorOptions } from './options/options.ts';
import { createId, hex } from './random/ids.ts';
import { createRandom, type Random } from './random/random.ts';
import { createRedactors } from './redact-keys.ts';
import { createRequestLog } from './request-log.ts';
import type { Simulation } from './simulation.ts';
import { createStore } from './store.ts';

/** Where a clock stands that is moved by hand: always the same place, so that the answers are the same too. */
const START = Date.UTC(2026, 0, 15, 9, 30);

/** All parts of a simulator, from options that have been checked. */
export function createSimulation(options: SimulatorOptions): Simulation {
  const { seed = 1, rateLimit = 10, faults = [], script = [], logLimit = 1_000 } = options;
  const keys = options.keys && new Set(options.keys);
  const { scenario = 'async-cancel', ...plain } = options;
  const clock = chooseClock(options.clock);
  const stream = (name: string): Random => options.random ?? createRandom(seed, name);
  // By the wall clock no two runs would have the same ids, whatever the seed; what makes an id new is not its time.
  const timeOfIds = (options.clock ?? 'real') === 'real' ? () => START : () => clock.now();
  const [ids, headers, dice] = [stream('ids'), stream('headers'), stream('faults')];
  return {
    clock,
    store: createStore(),
    log: createRequestLog(logLimit),
    plan: createPlan(faults, script, dice),
    behaviour: behave({ ...options, scenario }),
    plainBehaviour: behave(plain),
    keys,
    badKeys: new Set(options.badKeys),
    redactorFor: createRedactors(keys),
    rateLimiter: rateLimit === 'off' ? undefined : createRateLimiter(rateLimit),
    onRequest: options.onRequest,
    onExchange: options.onExchange,
    createId: options.createId ?? ((prefix) => createId(prefix, timeOfIds(), ids)),
    now: () => clock.now(),
    hex: (bytes) => hex(bytes, headers),
  };
}

function chooseClock(clock: SimulatorOptions['clock'] = 'real'): SimulatorClock {
  if (clock === 'manual') return createClock(START);
  if (clock !== 'real') return clock;
  const running = createClock(Date.now());
  running.run();
  return running;
}
