import { type AssumedOf, type AssumptionNote, describeAssumptions } from './assumptions.ts';
import { createFetch } from './deliver/fetch.ts';
import { type ListenOptions, listen, type SimulatorServer } from './deliver/listen.ts';
import type { Step } from './faults/fault-plan.ts';
import type { WebsetEnrichment } from './lifecycle.ts';
import { checkOptions, checkSteps } from './options/check-options.ts';
import type { EnrichmentSeed, SimulatorOptions, WebsetSeed } from './options/simulator-options.ts';
import { checkTime, refuse, show } from './options/value-checks.ts';
import { addEnrichment, addWebset, defaultWebsets } from './seeds.ts';
import type { RequestEntry } from './serve/request-log.ts';
import { createSimulation } from './simulation.ts';
import { copyOf, type Store, viewOf, type WebsetView } from './store.ts';

/** The two ids that address an enrichment. */
export interface EnrichmentReference {
  readonly webset: string;
  readonly enrichment: string;
}

/** A stand-in for the API, with a state of its own. */
export interface Simulator {
  /** Answers like the `fetch` of the platform would, whatever the host of the URL is. No socket is opened. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Serves the same state on 127.0.0.1. Needs Node.
   *
   * @throws {SimulatorOptionError} where the port is taken, or there is no Node to listen with.
   * @example
   * const server = await simulator.listen({ origins: [] }); // pages on the loopback may call, too
   * await fetch(`${server.url}/v0/websets/${simulator.running.webset}`, { headers: { 'x-api-key': 'any' } });
   * await server.close();
   */
  listen(options?: ListenOptions): Promise<SimulatorServer>;
  /** The first enrichment of the seeds: one that runs at the start, unless they say otherwise. */
  readonly running: EnrichmentReference;
  /** The simulated time, in milliseconds since the epoch. */
  now(): number;
  /**
   * Moves time forward by that many milliseconds.
   *
   * @throws {SimulatorOptionError} for a negative number, and past the year 9999, where no date of the API can be.
   * @example
   * await exa.cancel(simulator.running); // pending
   * simulator.advance(6_000);
   * await exa.get(simulator.running); // canceled
   */
  advance(ms: number): void;
  /**
   * Moves time forward and resolves: a `sleep` for clients that take one.
   *
   * @example
   * await waitFor(() => isCanceled(simulator.running), { sleep: simulator.sleep });
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Says what the next requests meet, one step for each, after what is left of the script.
   *
   * @throws {SimulatorOptionError} for a step that makes no sense.
   * @example
   * simulator.next('ok', 'reset', { fault: 'delay', ms: 30_000 });
   */
  next(...steps: readonly Step[]): void;
  /**
   * What is assumed because nobody knows it, of the server and of enrichments that deviate from it, in words. Print it
   * where people see the results.
   */
  readonly assumptions: readonly AssumptionNote[];
  /** The newest requests, oldest first. */
  readonly requests: readonly RequestEntry[];
  /** How many requests there were in all. */
  readonly requestCount: number;
  /** All Websets as they are now. */
  readonly websets: readonly WebsetView[];
  /**
   * @throws {SimulatorOptionError} where an id is taken or not valid.
   * @example
   * simulator.addWebset({ externalId: 'mine', enrichments: [{ scenario: 'completes-first' }] });
   */
  addWebset(seed?: WebsetSeed): WebsetView;
  /**
   * @throws {SimulatorOptionError} where there is no such Webset.
   * @example
   * const { id } = simulator.addEnrichment('mine', { description: 'Who leads the company?' });
   */
  addEnrichment(webset: string, seed?: EnrichmentSeed): WebsetEnrichment;
}

/**
 * A stand-in for the Websets API that behaves as the live one was observed to. It is no proof of anything about
 * the live API: where nothing is known it assumes, and says so in `assumptions`.
 *
 * @throws {SimulatorOptionError} for options that make no sense.
 * @example
 * const simulator = createSimulator({ script: ['overloaded'] });
 * const exa = createClient({ apiKey: 'any', fetch: simulator.fetch });
 * await exa.cancel(simulator.running);
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  checkOptions(options);
  const simulation = createSimulation(options);
  const { clock, store, log, plan } = simulation;
  const seeded = (options.websets ?? defaultWebsets).map((seed) => addWebset(seed, simulation));
  const first = seeded.find(({ enrichments }) => enrichments.size > 0);

  return {
    fetch: createFetch(simulation),
    listen: async (options = {}) => listen(simulation, options),
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
