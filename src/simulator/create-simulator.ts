import { describeAssumptions } from './assumptions.ts';
import { behave } from './behaviour.ts';
import { createClock, type SimulatorClock } from './clock.ts';
import { createFetch } from './deliver/fetch.ts';
import { listen } from './deliver/listen.ts';
import { createRateLimiter } from './gateway/rate-limiter.ts';
import { SimulatorOptionError } from './option-error.ts';
import type { SimulatorOptions } from './options.ts';
import { createId, hex } from './random/ids.ts';
import { createRandom } from './random/random.ts';
import { createRequestLog } from './request-log.ts';
import { addEnrichment, addWebset, defaultWebsets } from './seed.ts';
import type { Simulation } from './simulation.ts';
import type { Simulator, WebsetView } from './simulator.ts';
import { createStore, type WebsetState } from './store.ts';

/** Where a clock stands that nobody has set: a moment after every fact that is known about the API. */
const START = Date.UTC(2026, 0, 15, 9, 30);

/**
 * A stand-in for the Websets API that behaves as the live one was observed to. It is no proof of anything about
 * the live API: where nothing is known it assumes, and says so in `assumptions`.
 *
 * @throws {SimulatorOptionError} for options that make no sense.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const simulation = createSimulation(options);
  const { clock, store, log } = simulation;
  const view = (webset: WebsetState): WebsetView => ({
    id: webset.id,
    externalId: webset.externalId,
    canceled: webset.canceledAt !== undefined,
    enrichments: [...webset.enrichments.keys()].flatMap(
      (id) => store.enrichment(webset, id, clock.now())?.enrichment ?? [],
    ),
  });
  const [first] = (options.websets ?? defaultWebsets).map((seed) => addWebset(seed, simulation));

  return {
    fetch: createFetch(simulation),
    listen({ port = 0 } = {}) {
      if (options.clock === undefined) clock.run();
      return listen(simulation, port);
    },
    running: { webset: first?.id ?? '', enrichment: first?.enrichments.keys().next().value ?? '' },
    now: clock.now,
    advance: clock.advance,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      clock.advance(ms);
    },
    assumptions: describeAssumptions(simulation.behaviour.assumptions),
    requests: log.entries,
    get requestCount() {
      return log.total;
    },
    get websets() {
      return [...store.websets()].map(view);
    },
    addWebset: (seed = {}) => view(addWebset(seed, simulation)),
    addEnrichment(reference, seed = {}) {
      const webset = store.webset(reference);
      if (webset === undefined)
        throw new SimulatorOptionError(`there is no webset ${JSON.stringify(reference)}`);
      const id = addEnrichment(webset, seed, simulation);
      const state = store.enrichment(webset, id, clock.now());
      if (state === undefined) throw new Error('An enrichment that was just added is gone.');
      return state.enrichment;
    },
  };
}

function createSimulation(options: SimulatorOptions): Simulation {
  const seed = options.seed ?? 1;
  const clock = chooseClock(options.clock);
  const ids = createRandom(seed, 'ids');
  const names = createRandom(seed, 'headers');
  const { rateLimit = 10 } = options;
  return {
    clock,
    store: createStore(),
    log: createRequestLog(options.logLimit ?? 1_000),
    behaviour: behave(options),
    keys: options.keys === undefined ? undefined : new Set(options.keys),
    rateLimiter: rateLimit === 'off' ? undefined : createRateLimiter(rateLimit),
    createId: (prefix) => createId(prefix, clock.now(), ids),
    now: clock.now,
    hex: (bytes) => hex(bytes, names),
  };
}

function chooseClock(clock: SimulatorOptions['clock']): SimulatorClock {
  if (typeof clock === 'object') return clock;
  const chosen = createClock(clock === 'real' ? Date.now() : START);
  if (clock === 'real') chosen.run();
  return chosen;
}
