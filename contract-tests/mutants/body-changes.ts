import type { Exchange } from 'exa-enrichments/contract';
import { withBody } from '../support/recordings.ts';
import type { Change } from './changes.ts';
import type { ChangeKind } from './replacements.ts';
import { samples } from './samples.ts';

/** An exchange whose response body differs in one thing from a recorded one. */
export interface BodyChange {
  readonly part: ChangeKind;
  readonly name: string;
  readonly exchange: Exchange;
  readonly original: Exchange;
}

/** One body of each kind of change at each place of each form of body: a few of thousands, and all sorts of them. */
export const bodyMutants: readonly BodyChange[] = oneOfEach('mutants');
export const bodyVariations: readonly BodyChange[] = oneOfEach('variations');

function oneOfEach(which: 'mutants' | 'variations'): BodyChange[] {
  const found = new Map<string, BodyChange>();
  for (const { name, exchange, schema, [which]: changes } of samples) {
    const operation = `${exchange.request.method} ${exchange.response.status}`;
    for (const change of changes) {
      const key = JSON.stringify([operation, 'anyOf' in schema && name, change.kind, placeOf(change)]);
      if (found.has(key)) continue;
      found.set(key, {
        part: change.kind,
        name: `${operation} ${change.name}`,
        exchange: withBody(exchange, change.body),
        original: exchange,
      });
    }
  }
  return [...found.values()];
}

/**
 * A member that is left out has its object's pointer: the name tells them apart. Of dates each text counts, for many
 * look right.
 */
function placeOf({ kind, pointer, name }: Change): string {
  if (kind === 'date') return name.slice(pointer.length);
  return kind === 'left out' || kind === 'added' ? name : pointer;
}
