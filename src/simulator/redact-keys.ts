import { readingsOf, utf8Bytes } from './decoded-bytes.ts';
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
    if (last?.sent !== sent) last = { sent, redactor: redactorOf([...keysIn(sent), ...(accepted ?? [])]) };
    return last.redactor;
  };
}

/** A header that came twice has its values after commas, and a key may hold a comma. */
function keysIn(sent: string): readonly string[] {
  return [...sent.split(/\s+/), ...sent.split(/[\s,]+/)];
}

function redactorOf(keys: readonly string[]): Redactor {
  const secrets = [...new Set(keys)].filter((key) => key.length >= SHORTEST_KEY && !/^bearer$/i.test(key));
  const encoded = secrets.map(utf8Bytes);
  return (text) => {
    const found = secrets.flatMap((secret) => occurrences(text, secret));
    for (const { bytes, startOf } of readingsOf(text)) {
      for (const secret of encoded) {
        for (const [from, to] of occurrences(bytes, secret)) found.push([startOf(from), startOf(to)]);
      }
    }
    return cutOut(text, found);
  };
}

/** From a place, up to another that is no longer part of it. */
type Range = readonly [from: number, to: number];

function occurrences(text: string, part: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    found.push([at, at + part.length]);
  }
  return found;
}

function cutOut(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let rest = '';
  let kept = 0;
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (from >= kept) rest += `${text.slice(kept, from)}${REDACTED}`;
    kept = Math.max(kept, to);
  }
  return rest + text.slice(kept);
}
