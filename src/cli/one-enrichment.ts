import { encodeSegment } from '../client/http/address.ts';
import { type EnrichmentRef, isExaError } from '../index.ts';
import { explainError, UsageError } from './cli-errors.ts';
import type { Terminal } from './terminal.ts';
import { jsonLine } from './words.ts';

/**
 * The two ids that a command is called with.
 *
 * @throws UsageError if there are not two, InvalidArgumentError if one of them could address something else
 */
export function twoIds(command: string, positionals: readonly string[]): EnrichmentRef {
  const [webset, enrichment, ...more] = positionals;
  // Not quoted: what is too much may be a key that lost its place.
  if (webset === undefined || enrichment === undefined || more.length > 0)
    throw new UsageError(`${command} needs two ids: exa-enrichments ${command} <webset> <enrichment>`);
  return checkedRef({ webset, enrichment });
}

/** @throws InvalidArgumentError if one of the ids could address something else */
export function checkedRef({ webset, enrichment }: EnrichmentRef): EnrichmentRef {
  encodeSegment('webset', webset);
  encodeSegment('enrichment', enrichment);
  return { webset, enrichment };
}

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
