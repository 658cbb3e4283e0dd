import type { Schema } from '../support/schema.ts';
import { accepts } from './accepts.ts';
import { type Change, changesOf } from './changes.ts';

/** Bodies that differ from `body` in one thing which the schema forbids. Each once. */
export function mutantsOf(schema: Schema, body: unknown): Iterable<Change> {
  return distinct(schema, body, false);
}

/** Bodies that differ from `body` in one thing which the schema allows. Each once, and never `body` itself. */
export function variationsOf(schema: Schema, body: unknown): Iterable<Change> {
  return distinct(schema, body, true);
}

function* distinct(schema: Schema, body: unknown, allowed: boolean): Generator<Change> {
  const seen = new Set([JSON.stringify(body)]);
  for (const change of changesOf(schema, body)) {
    const text = JSON.stringify(change.body);
    if (seen.has(text) || accepts(schema, change.body) !== allowed) continue;
    seen.add(text);
    yield change;
  }
}
