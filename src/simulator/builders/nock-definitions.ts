import type { Answer } from '../answers.ts';
import type { WebsetEnrichment } from '../lifecycle.ts';
import { basePath } from '../operations/operation-table.ts';
import { checkOptions } from '../options/check-options.ts';
import type { SimulatorOptions } from '../options/simulator-options.ts';
import {
  checkId,
  checkNames,
  checkNumber,
  checkObject,
  checkTime,
  refuse,
  show,
} from '../options/value-checks.ts';
import type { BehaviourOptions } from '../scenarios.ts';
import { addWebset } from '../seeds.ts';
import { exchange } from '../serve/serve.ts';
import { createSimulation } from '../simulation.ts';

/** One interaction in the form that `nock.define` reads. Plain data: nock itself is not needed to make it. */
export interface NockDefinition {
  readonly scope: string;
  readonly method: string;
  /** Percent-encoded, base path included. */
  readonly path: string;
  readonly status: number;
  readonly response: string | Readonly<Record<string, unknown>>;
  readonly rawHeaders: Record<string, string>;
}

/**
 * What to play: how the enrichment behaves, and the ids that your code uses. The clock is `'manual'` by default, so that
 * the same options give the same definitions.
 */
export interface NockOptions extends BehaviourOptions, Pick<SimulatorOptions, 'seed' | 'clock'> {
  readonly webset: string;
  readonly enrichment: string;
  /** The scheme and host to answer for. Default `https://api.exa.ai`. */
  readonly origin?: string;
  /** How many reads follow the cancel, at most. Default 20; reading ends when the enrichment does. */
  readonly reads?: number;
  /** How many milliseconds of simulated time lie between two reads. Default 2000. */
  readonly every?: number;
}

const names: Readonly<Record<keyof NockOptions, true>> = {
  webset: true,
  enrichment: true,
  origin: true,
  reads: true,
  every: true,
  scenario: true,
  timings: true,
  assumptions: true,
  seed: true,
  clock: true,
};

/**
 * A cancel and the reads that follow it until the enrichment has ended, as the simulator answers them. Load them
 * with `nock.define(nockDefinitions({ webset, enrichment }))`. A request body is not compared: the API takes a
 * cancel with and without one.
 *
 * @throws {SimulatorOptionError} for options that make no sense.
 * @example
 * nock.define(nockDefinitions({ webset: 'my-webset', enrichment: 'wenrich_1', scenario: 'completes-first' }));
 */
export function nockDefinitions(options: NockOptions): NockDefinition[] {
  checkObject('what nockDefinitions takes', options);
  const { webset, enrichment, origin = 'https://api.exa.ai', reads = 20, every = 2_000, ...rest } = options;
  checkNames('nockDefinitions', options, Object.keys(names));
  checkNumber('reads', reads, { whole: true });
  checkNumber('every', every);
  checkOptions(rest);
  for (const [name, id] of Object.entries({ webset, enrichment })) checkId(name, id);
  checkOrigin(origin);
  const simulation = createSimulation({ clock: 'manual', ...rest, rateLimit: 'off' });
  addWebset({ id: webset, enrichments: [{ id: enrichment }] }, simulation);
  const path = `${basePath}/v0/websets/${encodeURIComponent(webset)}/enrichments/${encodeURIComponent(enrichment)}`;
  const ask = (method: string, asked: string): NockDefinition => {
    const headers = new Headers({ 'x-api-key': 'any-key' });
    const url = new URL(asked, origin);
    const { answer } = exchange({ method, url, headers, body: undefined }, simulation);
    return definition(origin, method, asked, answer);
  };

  const definitions = [ask('POST', `${path}/cancel`)];
  for (let read = 0; read < reads; read++) {
    checkTime('every', every, simulation.now());
    simulation.clock.advance(every);
    const last = ask('GET', path);
    definitions.push(last);
    if (!isRunning(last.response)) break;
  }
  return definitions;
}

function checkOrigin(origin: unknown): void {
  const isOrigin = typeof origin === 'string' && /^https?:\/\/[^/?#]+$/i.test(origin) && URL.canParse(origin);
  if (!isOrigin) refuse(`origin must be a scheme and a host such as https://api.exa.ai, not ${show(origin)}`);
}

function definition(scope: string, method: string, path: string, answer: Answer): NockDefinition {
  const { status, body } = answer;
  const isJson = answer.headers['content-type']?.startsWith('application/json') ?? false;
  return {
    scope,
    method,
    path,
    status,
    response: isJson ? JSON.parse(body) : body,
    rawHeaders: { ...answer.headers },
  };
}

function isRunning(response: NockDefinition['response']): boolean {
  const { status }: { status?: WebsetEnrichment['status'] } = typeof response === 'string' ? {} : response;
  return status === 'pending';
}
