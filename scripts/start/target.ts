import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createSimulator } from 'exa-enrichments/simulator';
import { messageOf } from '../message-of.ts';

/** Whose enrichment is canceled, and what of it is only assumed. */
export interface Target {
  readonly source: 'simulator' | 'live';
  readonly webset: string;
  readonly enrichment: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  readonly assumptions: readonly string[];
  close(): Promise<void>;
}

export const USAGE = `npm start                                          the main job, against the simulator
npm start -- --live <webset> <enrichment> [--yes]  the same with the live API, after asking; the key is EXA_API_KEY`;

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** From the command line: the simulator, or with `--live <webset> <enrichment>` the real API, after asking. */
export async function chooseTarget(args: readonly string[]): Promise<Target> {
  const { live, yes, ids } = readFlags(args);
  if (!live) {
    if (ids.length > 0)
      throw new RefusedError('ids go with --live: npm start -- --live <webset> <enrichment>');
    return simulated();
  }
  const [webset, enrichment, ...others] = ids;
  if (webset === undefined || enrichment === undefined || others.length > 0) {
    throw new RefusedError('--live needs two ids: npm start -- --live <webset> <enrichment>');
  }
  if ((process.env['EXA_API_KEY'] ?? '').trim() === '')
    throw new RefusedError('--live needs a key in EXA_API_KEY');
  if (!yes) await confirm(webset, enrichment);
  return { source: 'live', webset, enrichment, assumptions: [], close: async () => {} };
}

function readFlags(args: readonly string[]): { live: boolean; yes: boolean; ids: readonly string[] } {
  try {
    const options = {
      live: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { live: values.live, yes: values.yes, ids: positionals };
  } catch (error) {
    throw new RefusedError(messageOf(error));
  }
}

async function simulated(): Promise<Target> {
  // Observed were up to 7.8 s until a cancel was done; nobody should have to wait for that here.
  const simulator = createSimulator({ timings: { cancelTakes: 1_200 } });
  const server = await simulator.listen();
  return {
    source: 'simulator',
    ...simulator.running,
    baseUrl: server.url,
    apiKey: 'simulated-key',
    assumptions: simulator.assumptions.map(({ text }) => text),
    close: () => server.close(),
  };
}

/** Cancelling can't be undone: a person says yes, or whoever has no terminal says --yes. */
async function confirm(webset: string, enrichment: string): Promise<void> {
  const what = `cancel enrichment ${JSON.stringify(enrichment)} of Webset ${JSON.stringify(webset)} for good`;
  if (!process.stdin.isTTY)
    throw new RefusedError(`would ${what}; there is no terminal to ask, so say --yes`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(
    `This will ${what}. A canceled enrichment can not be resumed. Go on? [y/N] `,
  );
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new RefusedError('not confirmed, nothing was sent');
}
