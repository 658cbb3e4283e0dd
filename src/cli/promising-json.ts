import { isExaError } from '../index.ts';
import { explainError } from './explain-error.ts';
import { jsonLine } from './json-line.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command on one enrichment. With `--json`, what ends it before it has a report is told as an object too. */
export async function promisingJson<Result>(
  json: boolean,
  positionals: readonly string[],
  { out }: Terminal,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (json && (isExaError(error) || error instanceof UsageError)) {
      const [webset, enrichment] = positionals;
      // What is too much may be a key that lost its place.
      const ref = positionals.length === 2 ? { ref: { webset, enrichment } } : {};
      const { name } = error;
      const told = isExaError(error) ? error : { name, code: 'usage', message: explainError(error) };
      out.write(jsonLine({ ...ref, outcome: 'failed', error: told }));
    }
    throw error;
  }
}
