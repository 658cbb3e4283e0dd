import { DEFAULT_BASE_URL, parseBaseUrl } from '../../client/http/address.ts';
import { printable } from '../../contract/printable.ts';
import type { EnrichmentRef } from '../../index.ts';
import { createSimulator, type ScenarioName } from '../../simulator/index.ts';
import { UsageError } from '../cli-errors.ts';
import { type ConnectionValues, connectionOf } from '../connection.ts';
import type { Terminal } from '../terminal.ts';
import { askYesNo, canAsk } from '../terminal.ts';

/** Whom a recording is made of. */
export interface Target {
  readonly ref: EnrichmentRef;
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** How long to wait before the first read, in milliseconds. */
  readonly pollInterval: number;
  readonly simulated: boolean;
}

/** The API, or whatever answers at the base URL. */
export async function liveTarget(
  ref: EnrichmentRef,
  values: ConnectionValues,
  terminal: Pick<Terminal, 'env' | 'err'>,
): Promise<Target> {
  const { apiKey, baseUrl = DEFAULT_BASE_URL } = await connectionOf(values, terminal);
  return {
    ref,
    apiKey,
    baseUrl: parseBaseUrl(baseUrl),
    fetch: (input, init) => globalThis.fetch(input, init),
    pollInterval: 1000,
    simulated: false,
  };
}

/** Simulated time that passes before each read. */
const STEP_MS = 2000;

/** The simulator, in a time of its own: the same answers every time, at once. It answers for the API's address. */
export function simulatedTarget(ref: EnrichmentRef | undefined, scenario: ScenarioName): Target {
  const websets = ref && [{ id: ref.webset, enrichments: [{ id: ref.enrichment }] }];
  const simulator = createSimulator({
    clock: 'manual',
    scenario,
    rateLimit: 'off',
    ...(websets && { websets }),
  });
  return {
    ref: simulator.running,
    apiKey: 'simulated-key',
    baseUrl: DEFAULT_BASE_URL,
    fetch(input, init) {
      const request = new Request(input, init);
      if (request.method === 'GET') simulator.advance(STEP_MS);
      return simulator.fetch(request);
    },
    pollInterval: 1,
    simulated: true,
  };
}

/**
 * Has a person agree that something is canceled for good.
 *
 * @throws UsageError if nobody does, and the reason of the signal if it is aborted
 */
export async function confirm(
  { ref, baseUrl }: Target,
  maxCalls: number,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const what = `cancel enrichment ${printable(ref.enrichment)} of Webset ${printable(ref.webset)} at ${baseUrl} for good, with at most ${maxCalls} requests`;
  if (!canAsk(terminal))
    throw new UsageError(`this would ${what}; there is no terminal to ask, so say --yes`);
  const question = `This will ${what}. A canceled enrichment can't be resumed. Go on?`;
  if (!(await askYesNo(question, terminal, signal))) throw new UsageError('not confirmed, nothing was sent');
}
