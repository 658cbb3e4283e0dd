import { duplicateKey } from '../../contract/json/remarks.ts';
import type { EnrichmentRef } from '../../index.ts';
import { messageOf } from '../message-of.ts';
import { checkedRef } from '../two-ids.ts';

/** The result of reading one line: a reference, or why it is none. The reason does not quote the line. */
export type ParsedRef = EnrichmentRef | { readonly reason: string };

const FORM = '{"webset": "...", "enrichment": "..."}';

/** Reads `{"webset": "...", "enrichment": "..."}`; further members are passed over. */
export function parseRef(text: string): ParsedRef {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: `is not JSON: each line has to be ${FORM}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: `is not an object: each line has to be ${FORM}` };
  const { webset, enrichment } = value as Record<string, unknown>;
  for (const [name, id] of Object.entries({ webset, enrichment })) {
    if (id === undefined) return { reason: `has no "${name}"` };
    if (typeof id !== 'string') return { reason: `has no string as "${name}"` };
  }
  try {
    // JSON.parse takes the last of two, and nobody knows which one was meant.
    const twice = duplicateKey(text);
    if (twice !== undefined) return { reason: `has ${JSON.stringify(twice.slice(1))} twice` };
    return checkedRef({ webset, enrichment } as EnrichmentRef);
  } catch (error) {
    return { reason: `can't be used: ${messageOf(error)}` };
  }
}
