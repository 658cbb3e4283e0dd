import { credentialParts } from '../secrets/exchange-redactor.ts';
import { REDACTED } from '../secrets/redact-by-name.ts';
import { createRedactor, SHORTEST_SECRET } from '../secrets/strike-out.ts';
import type { Incoming } from './incoming.ts';

/** Takes keys out of a text. */
export type Redactor = (text: string) => string;

/**
 * Gives for each request what takes its key, and those that the simulator accepts, out of everything that is shown of
 * it: a client may put a key into a path or a body, and an error repeats the path.
 */
export function createRedactors(
  accepted: ReadonlySet<string> | undefined,
): (headers: Incoming['headers']) => Redactor {
  // Most requests have the key of the one before.
  let last: { readonly sent: string; readonly redactor: Redactor } | undefined;
  return (headers) => {
    const values = [headers.get('x-api-key') ?? '', headers.get('authorization') ?? ''];
    const sent = values.join('\n');
    if (last?.sent !== sent) {
      // A header that came twice has its values after commas, and a key may hold a comma.
      const keys = [...values.flatMap(credentialParts), ...(accepted ?? [])];
      const secrets = keys.filter((key) => key.length >= SHORTEST_SECRET);
      last = { sent, redactor: createRedactor(secrets, REDACTED) };
    }
    return last.redactor;
  };
}
