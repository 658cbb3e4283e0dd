import type { AssumptionNote } from './assumptions.ts';
import type { WebsetEnrichment } from './lifecycle/enrichment.ts';
import type { Step } from './mishaps/mishap.ts';
import type { RequestEntry } from './request-log.ts';
import type { EnrichmentSeed, WebsetSeed } from './seeds/seed.ts';
import type { WebsetView } from './webset-view.ts';

/** The two ids that address an enrichment. */
export interface EnrichmentReference {
  readonly webset: string;
  readonly enrichment: string;
}

/** A real server on the loopback. */
export interface SimulatorServer {
  /** The address to give a client as its base URL: `http://127.0.0.1:<port>/websets`. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections, running answers too, and frees the port. Closing twice is closing. */
  close(): Promise<void>;
}

/** A stand-in for the API, with a state of its own. */
export interface Simulator {
  /** Answers like the `fetch` of the platform would, whatever the host of the URL is. No socket is opened. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Serves the same state on 127.0.0.1. Needs Node.
   *
   * @throws {SimulatorOptionError} where the port is taken, or there is no Node to listen with.
   */
  listen(options?: { readonly port?: number }): Promise<SimulatorServer>;
  /** The first enrichment of the seeds: one that runs at the start, unless they say otherwise. */
  readonly running: EnrichmentReference;
  /** The simulated time, in milliseconds since the epoch. */
  now(): number;
  /**
   * Moves time forward by that many milliseconds.
   *
   * @throws {SimulatorOptionError} for a negative number, and past the year 9999, where no date of the API can be.
   */
  advance(ms: number): void;
  /** Moves time forward and resolves: a `sleep` for clients that take one. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Says what the next requests meet, one step for each, after what is left of the script. */
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
  /** @throws {SimulatorOptionError} where an id is taken or not valid. */
  addWebset(seed?: WebsetSeed): WebsetView;
  /** @throws {SimulatorOptionError} where there is no such Webset. */
  addEnrichment(webset: string, seed?: EnrichmentSeed): WebsetEnrichment;
}
