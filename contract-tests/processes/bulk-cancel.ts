import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSimulator,
  type RequestEntry,
  type Simulator,
  type SimulatorOptions,
} from 'exa-enrichments/simulator';

export type JournalOutcome =
  | 'intended'
  | 'accepted'
  | 'canceled'
  | 'completed'
  | 'unconfirmed'
  | 'failed'
  | 'interrupted';

/** A list of enrichments that run, on a server of their own, and the command that cancels them with a journal. */
export interface BulkCancel {
  readonly simulator: Simulator;
  /** Where the list and the journal are. */
  readonly folder: string;
  /** The list, as a file. */
  readonly list: string;
  /** `--base-url URL` */
  readonly at: readonly [string, string];
  /** `cancel --from` and all that it needs. */
  readonly args: readonly string[];
  /** Calls back with the n-th request from now on. */
  atRequest(number: number, callback: () => void): void;
  /** How many cancels came of each enrichment. */
  cancels(): Record<string, number>;
  /** How many enrichments are in each state. */
  states(): Record<string, number>;
  /** Undefined where there is no journal yet. */
  journalText(): Promise<string | undefined>;
  /** What the journal says last of each enrichment. A last line that is torn does not count. */
  journal(): Promise<ReadonlyMap<string, JournalOutcome>>;
  close(): Promise<void>;
}

/** One half of the enrichments refuses a second cancel with 400, the other with 409. */
export async function startBulkCancel(count: number, options: SimulatorOptions): Promise<BulkCancel> {
  let onRequest = (_: RequestEntry): void => {};
  const ids = Array.from({ length: count }, (_, index) => `e${index}`);
  const enrichments = ids.map((id, index) => {
    const secondCancel = index % 2 === 0 ? 400 : 409;
    return { id, assumptions: { secondCancel } } as const;
  });
  const simulator = createSimulator({
    websets: [{ id: 'w', enrichments }],
    logLimit: 100_000,
    onRequest: (entry) => onRequest(entry),
    ...options,
  });
  const server = await simulator.listen();
  const folder = await mkdtemp(join(tmpdir(), 'exa-bulk-'));
  const [list, journal] = [join(folder, 'refs.ndjson'), join(folder, 'journal')];
  await writeFile(list, ids.map((enrichment) => `${JSON.stringify({ webset: 'w', enrichment })}\n`).join(''));
  const at = ['--base-url', server.url] as const;
  const journalText = (): Promise<string | undefined> => readFile(journal, 'utf8').catch(() => undefined);
  return {
    simulator,
    folder,
    list,
    at,
    args: ['cancel', '--from', list, '--journal', journal, ...at],
    atRequest(number, callback) {
      const due = simulator.requestCount + number - 1;
      onRequest = ({ index }) => {
        if (index === due) callback();
      };
    },
    cancels: () =>
      tally(
        simulator.requests
          .filter(({ method }) => method === 'POST')
          .map(({ parameters }) => String(parameters['id'])),
      ),
    states: () =>
      tally(simulator.websets.flatMap(({ enrichments }) => enrichments.map(({ status }) => status))),
    journalText,
    async journal() {
      const text = (await journalText()) ?? '';
      const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
      const entries = lines.slice(1, -1).map((line) => JSON.parse(line));
      return new Map(entries.map(({ enrichment, outcome }) => [enrichment, outcome]));
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function tally(words: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
