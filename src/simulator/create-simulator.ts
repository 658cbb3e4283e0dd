import { type AssumedOf, describeAssumptions } from './assumptions.ts';
import { copyOf } from './copy-of.ts';
import { createSimulation } from './create-simulation.ts';
import { createFetch } from './deliver/fetch.ts';
import { listen } from './deliver/listen.ts';
import { checkNames, checkNumber, checkObject, checkTime, refuse, show } from './options/check.ts';
import { checkOptions, checkSteps } from './options/check-options.ts';
import type { SimulatorOptions } from './options/options.ts';
import { addEnrichment } from './seeds/add-enrichment.ts';
import { addWebset } from './seeds/add-webset.ts';
import { defaultWebsets } from './seeds/seed.ts';
import type { Simulator } from './simulator.ts';
import type { Store } from './store.ts';
import { viewOf } from './webset-view.ts';

/**
 * A stand-in for the Websets API that behaves as the live one was observed to. It is no proof of anything about
 * the live API: where nothing is known it assumes, and says so in `assumptions`.
 *
 * @throws {SimulatorOptionError} for options that make no sense.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  checkOptions(options);
  const simulation = createSimulation(options);
  const { clock, store, log, plan } = simulation;
  const seeded = (options.websets ?? defaultWebsets).map((seed) => addWebset(seed, simulation));
  const first = seeded.find(({ enrichments }) => enrichments.size > 0);

  return {
    fetch: createFetch(simulation),
    async listen(options = {}) {
      checkObject('what listen takes', options);
      // There is no host among it: what answers for production must not be met from another machine.
      checkNames('listen', options, ['port']);
      const { port = 0 } = options;
      checkNumber('port', port, { most: 65_535, whole: true });
      return listen(simulation, port);
    },
    get running() {
      if (first === undefined) return refuse('no enrichment was there at the start');
      return { webset: first.id, enrichment: first.enrichments.keys().next().value ?? '' };
    },
    now: () => clock.now(),
    advance(ms) {
      checkTime('the time to advance', ms, clock.now());
      clock.advance(ms);
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      checkTime('the time to sleep', ms, clock.now());
      clock.advance(ms);
    },
    next(...steps) {
      checkSteps(steps);
      plan.enqueue(steps);
    },
    get assumptions() {
      return describeAssumptions(simulation.behaviour.assumptions, assumedOf(store));
    },
    requests: log.entries,
    get requestCount() {
      return log.total;
    },
    get websets() {
      return [...store.websets()].map((webset) => viewOf(webset, store, clock.now()));
    },
    addWebset: (seed = {}) => viewOf(addWebset(seed, simulation), store, clock.now()),
    addEnrichment(reference, seed = {}) {
      const webset = store.webset(reference) ?? refuse(`there is no webset ${show(reference)}`);
      const id = addEnrichment(webset, seed, simulation);
      const state = store.enrichment(webset, id, clock.now()) ?? refuse(`${show(id)} was not kept`);
      return copyOf(state.enrichment);
    },
  };
}

function assumedOf(store: Store): readonly AssumedOf[] {
  return [...store.websets()].flatMap(({ enrichments }) =>
    Array.from(enrichments, ([enrichment, { behaviour }]) => ({
      enrichment,
      assumptions: behaviour.assumptions,
    })),
  );
}
