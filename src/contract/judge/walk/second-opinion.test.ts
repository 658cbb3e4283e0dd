import {
  registerSchema,
  setShouldValidateFormat,
  type Validator,
  validate,
} from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/formats';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import openapi from '../../../../generated/openapi.json' with { type: 'json' };
import { bundledContract } from '../../bundled-contract.ts';
import { arbitraryOf, type JsonSchema, mutated } from './arbitrary-body.test-support.ts';
import { faultFinder } from './faults.ts';

const schemas = openapi.components.schemas as unknown as Readonly<Record<string, JsonSchema>>;
const BASE = 'https://fragment.test/';

beforeAll(() => {
  setShouldValidateFormat(true);
  for (const name of Object.keys(schemas)) {
    const dialect = 'https://json-schema.org/draft/2020-12/schema';
    const schema = { $ref: `#/components/schemas/${name}`, components: { schemas } };
    registerSchema({ $schema: dialect, ...schema } as never, BASE + name);
  }
});

/** The other validator knows when leap seconds were; RFC 3339 lets a clock have one at any 23:59:60 of UTC. */
function hasOddLeapSecond(value: unknown): boolean {
  return /T\d\d:\d\d:60/i.test(JSON.stringify(value));
}

describe.each(['WebsetEnrichment', 'Error', 'CancelRequest'])(
  'of %s, @hyperjump/json-schema and ours',
  (name) => {
    const id = Object.entries(bundledContract.schemas).find(
      ([, schema]) => schema.name === name,
    )?.[0] as string;
    const walk = faultFinder(bundledContract);
    const valid = arbitraryOf(schemas[name] as JsonSchema, schemas);
    const seen = { accepted: 0, refused: 0 };
    let validator: Validator;

    // Once: given a value beside the schema, it compiles the schema for each.
    beforeAll(async () => {
      validator = await validate(BASE + name);
    });

    function agree(value: unknown): void {
      const other = validator(value as never).valid;
      const ours = [bundledContract.validators[id]?.(value), walk.faults(id, value).length === 0];
      if (hasOddLeapSecond(value)) expect(ours[0]).toBe(ours[1]);
      else expect({ value, ours }).toEqual({ value, ours: [other, other] });
      seen[other ? 'accepted' : 'refused']++;
    }

    it('accept what is made to fit', () => {
      fc.assert(
        fc.property(valid, (value) => {
          agree(value);
          expect(bundledContract.validators[id]?.(value)).toBe(true);
        }),
        { numRuns: 150 },
      );
    });

    it('agree of what was changed', () => {
      fc.assert(
        fc.property(
          valid.chain((value) => fc.oneof(mutated(value), mutated(value).chain(mutated))),
          agree,
        ),
        { numRuns: 400 },
      );
      expect(seen.refused).toBeGreaterThan(20);
    });
  },
);
