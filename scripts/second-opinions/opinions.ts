import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  bundledContract,
  type DatedExchange,
  headerMap,
  readRecordings,
  toHar,
  verifyExchange,
} from '../../src/contract/index.ts';
import {
  createSimulator,
  type FaultName,
  faultNames,
  faults,
  type SeenExchange,
  type Simulator,
  type SimulatorOptions,
  scenarioNames,
} from '../../src/simulator/index.ts';
import { runRedocly } from '../redocly.ts';

/** Traffic that is judged as one. */
interface Case {
  /** Its row in docs/second-opinions.md. */
  readonly traffic: string;
  /** A simulator for each. */
  readonly situations: readonly SimulatorOptions[];
  ask(simulator: Simulator, address: string): Promise<unknown>;
}

const withKey = { headers: { 'x-api-key': 'a-key' }, redirect: 'manual' } as const;

/** A cancel and a read. */
async function cancelAndRead({ fetch }: Simulator, address: string): Promise<void> {
  await (await fetch(`${address}/cancel`, { ...withKey, method: 'POST' })).text();
  await (await fetch(address, withKey)).text();
}

/** Faults that leave a whole exchange; of the others there is nothing to judge. */
const visible: readonly FaultName[] = faultNames.filter((name) => faults[name].foundBy !== 'client');

export const cases: readonly Case[] = [
  {
    traffic: 'every scenario, nothing broken',
    situations: scenarioNames.map((scenario) => ({ scenario })),
    ask: cancelAndRead,
  },
  {
    traffic: 'a request without a key, answered 401',
    situations: [{}],
    ask: ({ fetch }, address) => fetch(address),
  },
  {
    traffic: 'a call that the fragment does not describe',
    situations: [{}],
    ask: ({ fetch }, address) => fetch(address.replace(/\/enrichments.*/, ''), withKey),
  },
  ...visible.map((fault) => ({
    traffic: `\`${fault}\``,
    situations: [{ faults: [{ fault }] }],
    ask: cancelAndRead,
  })),
  {
    traffic: '`bad-date` with a word for a date',
    situations: [{ faults: [{ fault: 'bad-date', value: 'soon' }] }],
    ask: cancelAndRead,
  },
];

interface Recorded {
  readonly har: string;
  /** For each exchange of the file, the traffic that it belongs to. */
  readonly trafficOf: readonly string[];
}

/** Plays all cases and records them in one file: a start of Redocly costs more than judging them. */
export async function recordCases(): Promise<Recorded> {
  const exchanges: DatedExchange[] = [];
  const trafficOf: string[] = [];
  for (const { traffic, situations, ask } of cases) {
    for (const situation of situations) {
      const onExchange = (seen: SeenExchange): void => {
        exchanges.push(exchangeOf(seen, exchanges.length));
        trafficOf.push(traffic);
      };
      const simulator = createSimulator({ clock: 'manual', ...situation, onExchange });
      const { webset, enrichment } = simulator.running;
      await ask(simulator, `https://api.exa.ai/websets/v0/websets/${webset}/enrichments/${enrichment}`);
    }
  }
  return { har: toHar(exchanges, { creator: { name: 'second opinions', version: '1' } }), trafficOf };
}

function exchangeOf({ request, response, entry }: SeenExchange, index: number): DatedExchange {
  return {
    request: { ...request, headers: mapOf(request.headers) },
    response: { ...response, headers: mapOf(response.headers) },
    recording: { file: 'simulator', index },
    recordedAt: entry.at,
  };
}

function mapOf(headers: SeenExchange['request']['headers']): ReturnType<typeof headerMap> {
  return headerMap(
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  );
}

/** What a judge says of one exchange. */
export interface Opinion {
  /** The place of the exchange in its file, from 0. */
  readonly index: number;
  /** Which of its checks or rules says so. */
  readonly by: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** What `exa-enrichments verify` says of a recording. */
export async function verifyOpinions(har: string): Promise<Opinion[]> {
  const opinions: Opinion[] = [];
  for await (const exchange of readRecordings([har])) {
    for (const { check, severity, message } of verifyExchange(bundledContract, exchange)) {
      opinions.push({ index: exchange.recording.index, by: check, severity, message });
    }
  }
  return opinions;
}

/** What `redocly drift` says of it. As SARIF: its own JSON tells of each finding only where it was seen first. */
export async function driftOpinions(har: string): Promise<Opinion[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const report = `${har}.sarif`;
  const args = ['drift', har, '--api', 'openapi/openapi.yaml', '--format', 'sarif', '--output', report];
  const { stdout, stderr } = await runRedocly(args, root);
  try {
    const { runs } = JSON.parse(readFileSync(report, 'utf8')) as Sarif;
    return runs.flatMap(({ results }) => results.map(opinionOf));
  } catch (cause) {
    throw new Error(`redocly drift wrote no report:\n${stdout}${stderr}`, { cause });
  }
}

function opinionOf({ ruleId, level, message, properties }: Result): Opinion {
  return {
    index: properties.exchangeIndex,
    by: ruleId,
    severity: level === 'note' ? 'info' : level,
    message: message.text,
  };
}

interface Sarif {
  readonly runs: readonly { readonly results: readonly Result[] }[];
}

interface Result {
  readonly ruleId: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: { readonly text: string };
  readonly properties: { readonly exchangeIndex: number };
}
