import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledContract, readRecordings, verifyExchange } from '../../src/contract/index.ts';
import { runRedocly } from '../redocly.ts';

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
