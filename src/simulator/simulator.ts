import type { AssumptionNote } from './assumptions.ts';
import type { WebsetEnrichment } from './lifecycle/enrichment.ts';
import type { RequestEntry } from './request-log.ts';
import type { EnrichmentSeed, WebsetSeed } from './seed.ts';

/** The two ids that address an enrichment. */
export interface EnrichmentReference {
  readonly webset: string;
  readonly enrichment: string;
}

/** A Webset as it stands, for a test to look at. */
export interface WebsetView {
  readonly id: string;
  readonly externalId: string | null;
  /** Whether somebody canceled the whole Webset. */
  readonly canceled: boolean;
  readonly enrichments: readonly WebsetEnrichment[];
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
  /** An enrichment that was running at the start: the first of the seeds. */
  readonly running: EnrichmentReference;
  /** The time, in milliseconds since the epoch. */
  now(): number;
  /** Moves time forward by that many milliseconds. @throws {SimulatorOptionError} for a negative number. */
  advance(ms: number): void;
  /** Moves time forward and resolves: a `sleep` for clients that take one. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** What is assumed because nobody knows it, in words. Print it where people see the results. */
  readonly assumptions: readonly AssumptionNote[];
  /** The newest requests, oldest first. */
  readonly requests: readonly RequestEntry[];
  /** How many requests there were in all. */
  readonly requestCount: number;
  /** All Websets as they are now. */
  readonly websets: readonly WebsetView[];
  addWebset(seed?: WebsetSeed): WebsetView;
  /** @throws {SimulatorOptionError} where there is no such Webset. */
  addEnrichment(webset: string, seed?: EnrichmentSeed): WebsetEnrichment;
}
