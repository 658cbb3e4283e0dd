import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { compileFiles } from '../../description/compile.test-support.ts';
import { KNOWN_FORMATS } from '../../description/schemas/formats.ts';
import { faultFinder } from './faults.ts';
import { KNOWN_EXCEPTIONS } from './json-schema-suite.exceptions.test-support.ts';

/** Where Debian's `libtest-json-schema-acceptance-perl` puts the official test suite; other packages have older drafts. */
const SUITE = '/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance/tests/draft2020-12';

interface Case {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json'));
}

/** A contract whose one response has the schema; a schema is a file of its own, so that its references mean itself. */
function compile(schema: unknown): Promise<Contract> {
  const content = { 'application/json': { schema: { $ref: 'schema.json' } } };
  const responses = { 200: { description: 'ok', content } };
  const openapi = { openapi: '3.1.1', info: {}, paths: { '/': { get: { responses } } } };
  return compileFiles({ 'openapi.json': JSON.stringify(openapi), 'schema.json': JSON.stringify(schema) });
}

/** What of a case the engine gets wrong: the names of tests, or why the whole case can't be judged. */
async function wrongIn({ schema, tests }: Case): Promise<string[]> {
  let contract: Contract;
  try {
    contract = await compile(schema);
  } catch (error) {
    return [`refused: ${(error as Error).message}`];
  }
  if (contract.limitations.some(({ kind, what }) => kind === 'wrong' || what.endsWith('is not judged')))
    return ['not judged'];
  const id = contract.operations[0]?.responses['200']?.content['application/json']?.schema as string;
  return tests
    .filter(({ data, valid }) => {
      const verdicts = [contract.validators[id]?.(data), faultFinder(contract).faults(id, data).length === 0];
      return verdicts.some((verdict) => verdict !== valid);
    })
    .map(({ description }) => description);
}

const FORMATS = 'optional/format';
const exceptions = new Set(Object.values(KNOWN_EXCEPTIONS).flat());

if (existsSync(SUITE)) {
  describe('the official JSON Schema 2020-12 test suite, its required part and the formats that are known', () => {
    const met = new Set<string>();
    const formats = filesIn(join(SUITE, FORMATS)).filter((file) =>
      KNOWN_FORMATS.has(basename(file, '.json')),
    );

    it.each([...filesIn(SUITE), ...formats.map((file) => join(FORMATS, file))])('%s', async (file) => {
      const cases = JSON.parse(readFileSync(join(SUITE, file), 'utf8')) as Case[];
      const unexpected: Record<string, readonly string[]> = {};
      for (const one of cases) {
        const name = `${file.replace('.json', '')}: ${one.description}`;
        met.add(name);
        const wrong = await wrongIn(one);
        if (exceptions.has(name)) {
          if (wrong.length === 0) unexpected[name] = ['passes, and is listed as an exception'];
        } else if (wrong.length > 0) unexpected[name] = wrong;
      }
      expect(unexpected).toEqual({});
    });

    it('has every case that is listed as an exception', () => {
      expect([...exceptions].filter((name) => !met.has(name))).toEqual([]);
      expect(met.size).toBeGreaterThan(300);
    });
  });
} else {
  describe.skip('the official JSON Schema test suite: `apt-get install libtest-json-schema-acceptance-perl`', () => {
    it('is not installed', () => undefined);
  });
}
