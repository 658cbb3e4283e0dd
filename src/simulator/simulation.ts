import type { HeaderSource } from './answers.ts';
import { createClock, type SimulatorClock } from './clock.ts';
import { createPlan, type FaultPlan } from './faults/fault-plan.ts';
import type { Behaviour } from './lifecycle.ts';
import type { SimulatorOptions } from './options/simulator-options.ts';
import { createId, createRandom, hex, type Random } from './random.ts';
import { behave } from './scenarios.ts';
import { createRateLimiter, type KeyRules, type RateLimiter } from './serve/gateway.ts';
import { createRedactors, createRequestLog, type RequestObserver } from './serve/request-log.ts';
import type { SeenExchange } from './serve/seen-exchange.ts';
import { createStore, type Store } from './store.ts';

/** Everything that one simulator consists of. */
export interface Simulation extends HeaderSource, KeyRules, RequestObserver {
  readonly clock: SimulatorClock;
  readonly store: Store;
  readonly plan: FaultPlan;
  /** Of the whole server; an enrichment may have one of its own. */
  readonly behaviour: Behaviour;
  /** The same without the server's scenario: what an enrichment with a scenario of its own starts from. */
  readonly plainBehaviour: Behaviour;
  /** `undefined`: no limit. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly onExchange: ((exchange: SeenExchange) => void) | undefined;
  createId(prefix: 'webset' | 'wenrich'): string;
}

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
