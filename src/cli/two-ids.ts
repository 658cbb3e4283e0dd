import { encodeSegment } from '../client/http/address.ts';
import type { EnrichmentRef } from '../index.ts';
import { UsageError } from './usage-error.ts';

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
