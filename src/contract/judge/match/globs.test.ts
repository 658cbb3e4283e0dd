import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../bundled-contract.ts';
import { verifyExchange } from '../../contract-run.ts';
import { anExchange, ENRICHMENT } from '../../exchange.test-support.ts';
import { propertyIgnorer } from './globs.ts';

describe('an undocumented property is ignored by', () => {
  it.each<[string, string, string, boolean]>([
    ['/a', '/a', 'S.a', true],
    ['/a', '/a/b', 'S.b', false],
    ['/*/b', '/0/b', 'S.b', true],
    ['/*/b', '/0/c/b', 'S.b', false],
    ['/**/b', '/0/c/b', 'S.b', true],
    ['/x-*', '/x-new', 'S.x-new', true],
    ['S.a', '/q/a', 'S.a', true],
    ['S.*', '/q/a', 'S.a', true],
    ['*.a', '/q/a', 'S.a', true],
    ['*.a', '/q/a', 'S.b.a', false],
    ['**.a', '/q/a', 'S.b.a', true],
    ['S.x-*', '/x-a', 'S.x-a', true],
    ['a', '/a', 'S.a', false],
    ['S.a+', '/aa', 'S.aa', false],
    ['S.[ab]', '/a', 'S.a', false],
  ])('the glob %s, at %s as %s: %j', (glob, pointer, schemaPath, expected) => {
    expect(propertyIgnorer([glob])(pointer, schemaPath)).toBe(expected);
  });

  it('no glob, if there is none', () => {
    expect(propertyIgnorer([])('/a', 'S.a')).toBe(false);
  });

  it('an option of the contract run, and no other finding is', () => {
    const exchange = anExchange({ body: { ...ENRICHMENT, id: 1, 'x-new': 1, other: { deep: 1 } } });
    const told = (...ignoreProperties: string[]): (string | undefined)[] =>
      verifyExchange(bundledContract, exchange, { ignoreProperties }).map(({ dataPath }) => dataPath);
    expect(told()).toEqual(['/id', '/x-new', '/other']);
    expect(told('WebsetEnrichment.x-*')).toEqual(['/id', '/other']);
    expect(told('/**')).toEqual(['/id']);
  });
});
