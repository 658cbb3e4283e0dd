import type { Incoming } from './incoming.ts';

/** What stands in for a key wherever a request is shown. */
export const REDACTED = '<redacted>';

/** Takes keys out of a text. */
export type Redactor = (text: string) => string;

/** Shorter values are words more often than secrets, and would blank out half a log. */
const SHORTEST_KEY = 6;

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
    const sent = `${headers.get('x-api-key') ?? ''} ${headers.get('authorization') ?? ''}`;
    if (last?.sent !== sent)
      last = { sent, redactor: redactorOf([...sent.split(/[\s,]+/), ...(accepted ?? [])]) };
    return last.redactor;
  };
}

function redactorOf(keys: readonly string[]): Redactor {
  const secrets = keys
    .filter((key) => key.length >= SHORTEST_KEY && !/^bearer$/i.test(key))
    .flatMap(spellingsOf)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    secrets.reduce(
      (rest, secret) => (rest.includes(secret) ? rest.replaceAll(secret, REDACTED) : rest),
      text,
    );
}

/** As it is, as a URL has it, and as JSON does. */
function spellingsOf(key: string): readonly string[] {
  return [...new Set([key, encodedOf(key), JSON.stringify(key).slice(1, -1)])];
}

function encodedOf(key: string): string {
  try {
    return encodeURIComponent(key);
  } catch {
    return key;
  }
}
