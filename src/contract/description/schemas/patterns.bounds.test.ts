import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileObject, describing, toldOf, toldOfExchange } from '../compile.test-support.ts';
import { linearPattern } from './linear-pattern.ts';
import { patternFault, patternOf } from './patterns.ts';

describe('a pattern', () => {
  it.each<[string, string, string]>([
    ['^[\\w-.]+$', 'a-b.c', 'a b'],
    ['^[.-\\w]+$', 'a-b.c', 'a b'],
    ['^\\d{3}\\-\\d{2}$', '123-45', '12345'],
    ['^a\\_b$', 'a_b', 'ab'],
    ['^\\p{Lu}$', 'Ä', 'ä'],
    ['^.$', '😀', 'ab'],
  ])('is run as it is meant: %s', (pattern, right, wrong) => {
    expect(patternFault(pattern)).toBeUndefined();
    expect(patternOf(pattern).test(right)).toBe(true);
    expect(patternOf(pattern).test(wrong)).toBe(false);
  });

  it.each<[string, 'wrong' | 'unsupported']>([
    ['\\A[a-z]+\\z', 'unsupported'],
    ['^\\h+$', 'unsupported'],
    ['(?i)abc', 'unsupported'],
    ['[a-z', 'wrong'],
    ['*', 'wrong'],
    ['^\\-(a', 'wrong'],
  ])('that ECMAScript does not know is none: %s', (pattern, kind) => {
    expect(patternFault(pattern)?.kind).toBe(kind);
  });

  const EVIL = '^(a+)+$';
  const TEXT = `${'a'.repeat(60)}!`;
  it.each<[string, unknown, unknown]>([
    ['pattern', { pattern: EVIL }, TEXT],
    ['pattern with look-ahead', { pattern: '^(?=a)(a+)+$' }, TEXT],
    ['patternProperties', { patternProperties: { [EVIL]: { type: 'string' } } }, { [TEXT]: 1 }],
    ['propertyNames', { propertyNames: { pattern: EVIL } }, { [TEXT]: 1 }],
    ['two quantifiers in a row', { pattern: '^a*a*a*a*b$' }, 'a'.repeat(20_000)],
  ])('that is slow is bounded as %s', async (_, schema, body) => {
    const contract = await describing(schema);
    const started = performance.now();
    toldOf(contract, body);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    '^((a+))+$',
    '^(?:(?:(?:a+)))+$',
    '^(?:a|(?:a))*$',
    '^(a?){30}a{30}$',
    '^(a{0,20}){0,20}$',
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
    '^(?=((a+))+$)',
    '^a*a*a*a*b$',
    'a+b',
    '^b|a*c',
  ])('is not slow for being written otherwise: %s', (pattern) => {
    const started = performance.now();
    for (const length of [15, 29, 499, 20_000])
      expect(patternOf(pattern).test(`${'a'.repeat(length)}!`)).toBe(
        pattern === '^(?=((a+))+$)' && length > 15,
      );
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('that may be left undecided is told, and no other', async () => {
    const limits = async (pattern: string): Promise<string[]> =>
      (await describing({ pattern })).limitations.map(({ what }) => what);
    expect(await limits('^(?=((a+))+$)')).toEqual([
      'texts that the pattern ^(?=((a+))+$) takes longer than a second for are not judged by it',
    ]);
    for (const pattern of [EVIL, '^(?=.*[A-Z])(?=.*\\d).{8,}$', '^\\w+@\\w+$'])
      expect(await limits(pattern)).toEqual([]);
  });

  it('that is slow is bounded for parameters, and tells what it does not match', async () => {
    const parameters = [{ name: 'q', in: 'query', schema: { type: 'string', pattern: EVIL } }];
    const contract = await compileObject({
      paths: { '/things': { get: { parameters, responses: { 204: { description: 'nothing' } } } } },
    });
    const of = (q: string): string[] =>
      toldOfExchange(contract, {
        method: 'GET',
        url: `https://x.test/things?q=${q}`,
        requestHeaders: {},
        status: 204,
        headers: {},
        body: undefined,
      });
    expect(of(TEXT)).toEqual(['request-conformance query:q']);
    expect(of('a'.repeat(60))).toEqual([]);
  });
});

describe('the linear engine', () => {
  const atom = fc.constantFrom('a', 'b', '.', '\\w', '[ab]', '[^a]', '\\x61', '^', '$');
  const pattern = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(tie('any'), tie('any')).map(([one, other]) => one + other),
      fc.tuple(tie('any'), tie('any')).map(([one, other]) => `(?:${one}|${other})`),
      fc
        .tuple(tie('any'), fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?'))
        .map(([inner, quantifier]) => `(${inner})${quantifier}`),
    ),
  })).any;
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀', '\n'), maxLength: 8 });

  it('says what the other says', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 3, maxLength: 10 }), (source, texts) => {
        for (const flags of ['u', '']) {
          const expression = new RegExp(source, flags);
          const linear = linearPattern(expression);
          expect(linear).toBeDefined();
          for (const each of texts)
            expect([source, each, linear?.(each)]).toEqual([source, each, expression.test(each)]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['(a)\\1', '(?=a)', '(?<!a)b', '\\ba', '(?<n>a)\\k<n>'])('leaves %s to the other', (source) => {
    expect(linearPattern(new RegExp(source, 'u'))).toBeUndefined();
  });
});
