import { describe, expect, it } from '@jest/globals';
import { isResponseValidationError, isStatusError } from 'exa-enrichments';
import type { Exchange } from 'exa-enrichments/contract';
import { accepts } from './accepts.ts';
import type { Change } from './changes.ts';
import { canBeAskedFor, clientOutcome, engineVerdict } from './judges.ts';
import type { ChangeKind } from './replacements.ts';
import { samples } from './samples.ts';

const successes = samples.filter(({ exchange }) => exchange.response.status === 200);
const failures = samples.filter(({ exchange }) => exchange.response.status !== 200);

describe.each(successes)('the enrichment of $name', ({ exchange, mutants, variations }) => {
  it('is refused by the engine and by the client, at the same places, when changed as the schema forbids', async () => {
    const disagreements = await disagreementsOn(mutants, async ({ pointer, body }) => {
      const { errors } = engineVerdict(exchange, body);
      const error = await clientOutcome(exchange, body);
      return {
        engine: errors.length > 0 && errors.every((place) => place.startsWith(pointer)),
        client:
          isResponseValidationError(error) &&
          same(error.body, body) &&
          same(distinct(error.issues.map(({ path }) => path)), distinct(errors)),
      };
    });
    expect(disagreements).toEqual([]);
  });

  it('is accepted by both when changed as the schema allows, and only the engine minds an extra property', async () => {
    const disagreements = await disagreementsOn(variations, async ({ kind, pointer, body }) => {
      const { errors, warnings } = engineVerdict(exchange, body);
      return {
        engine: same(errors, []) && same(warnings, kind === 'extra property' ? [pointer] : []),
        client: !canBeAskedFor(Object(body).id) || same(await clientOutcome(exchange, body), body),
      };
    });
    expect(disagreements).toEqual([]);
  });
});

describe.each(failures)('the error of $name', ({ exchange, mutants, variations }) => {
  it('is refused by the engine when changed as the schema forbids, and stays that error for the client', async () => {
    const disagreements = await disagreementsOn(mutants, async ({ body }) => ({
      engine: engineVerdict(exchange, body).errors.length > 0,
      client: isErrorOf(exchange, await clientOutcome(exchange, body)),
    }));
    expect(disagreements).toEqual([]);
  });

  it('is accepted by the engine when changed as the schema allows, and stays that error for the client', async () => {
    const disagreements = await disagreementsOn(variations, async ({ body }) => ({
      engine: same(engineVerdict(exchange, body).errors, []),
      client: isErrorOf(exchange, await clientOutcome(exchange, body)),
    }));
    expect(disagreements).toEqual([]);
  });
});

describe('the changes that are tried', () => {
  it('start from bodies that the schema accepts', () => {
    expect(samples.filter(({ schema, body }) => !accepts(schema, body))).toEqual([]);
  });

  it('break every rule of the enrichment', () => {
    expect(kindsOf(successes.flatMap(({ mutants }) => mutants))).toEqual(
      new Set<ChangeKind>(['type', 'null', 'text', 'enum', 'const', 'date', 'length', 'left out']),
    );
  });

  it('use every freedom of the enrichment', () => {
    expect(kindsOf(successes.flatMap(({ variations }) => variations))).toEqual(
      new Set<ChangeKind>([
        ...(['type', 'null', 'text', 'enum', 'date', 'length', 'items'] as const),
        ...(['left out', 'added', 'extra property', 'order'] as const),
      ]),
    );
  });

  it.each(successes)(
    'are many: $name, $mutants.length mutants and $variations.length variations',
    (sample) => {
      expect(sample.mutants.length).toBeGreaterThan(400);
      expect(sample.variations.length).toBeGreaterThan(140);
    },
  );
});

/** The changes that somebody judged otherwise than the schema does, and who. */
async function disagreementsOn(
  changes: Iterable<Change>,
  judge: (change: Change) => Promise<Readonly<Record<string, boolean>>>,
): Promise<readonly string[]> {
  const disagreements: string[] = [];
  for (const change of changes) {
    for (const [who, agrees] of Object.entries(await judge(change))) {
      if (!agrees) disagreements.push(`${who}: ${change.name}`);
    }
  }
  return disagreements;
}

function isErrorOf({ response }: Exchange, outcome: unknown): boolean {
  return isStatusError(outcome) && outcome.status === response.status;
}

function kindsOf(changes: readonly Change[]): ReadonlySet<ChangeKind> {
  return new Set(changes.map(({ kind }) => kind));
}

function distinct(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}

/** As JSON: an own `__proto__` counts, and so does the order of the members. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
