import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUnknownText, placeholdersBy, readBarePlaceholders } from './placeholders.ts';

const { request, response } = placeholdersBy();

describe('a placeholder', () => {
  it.each([
    '<NAME>',
    '<USER_ID>',
    '<API KEY>',
    '<X-KEY-2>',
    '<CODE>',
    '<redacted>',
    '[REDACTED]',
    '[FILTERED]',
    'FILTERED',
    '***',
    '********',
  ])('is %s', (text) => {
    expect([request(text), response(text)]).toEqual([true, true]);
  });

  it.each([
    '<nil>',
    '<null>',
    '<NULL>',
    '<undefined>',
    '<none>',
    '<NONE>',
    '<html>',
    '<HTML>',
    '<P>',
    '<BR>',
    '</NAME>',
    '<NAME/>',
    '<!DOCTYPE HTML>',
    '<name>',
    '<Name>',
    '<>',
    '< >',
    '<->',
    '<A><B>',
    'a <NAME>',
    '<NAME> b',
    '<NAME>\n',
    '[object Object]',
    '[redacted by law]',
    'filtered',
    'FILTERED by',
    '**',
    '*** ***',
    '',
  ])('is not %j', (text) => {
    expect([request(text), response(text)]).toEqual([false, false]);
  });

  it.each(['{{name}}', '{{ user.id }}', '{{$guid}}'])('is %s in requests only', (text) => {
    expect([request(text), response(text)]).toEqual([true, false]);
  });

  it('is what a user says it is, as a whole', () => {
    const own = placeholdersBy([/scrubbed_\w+/g, /^x|y$/i]);
    const is = (text: string): boolean => own.response(text);
    expect(['scrubbed_id', 'scrubbed_id', 'X', 'y', '<NAME>'].map(is)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['a scrubbed_id', 'scrubbed_id!', 'xy', 'z'].map(is)).toEqual([false, false, false, false]);
  });
});

describe('a text', () => {
  it.each([
    ['<NAME>', true],
    ['https://x.example/u/<LOGIN>', true],
    ['https://x.example/u/%3CLOGIN%3E/repos{/owner}', true],
    ['https://<HOST>/u', true],
    ['https://user@<HOST>:8080/u', true],
    ['https://%3CHOST%3E', true],
    ['/u/<LOGIN>?page=2', true],
    ['/u?token=<TOKEN>&page=2', true],
    ['/u?<TOKEN>', true],
    ['https://x.example/u/a<LOGIN>', true],
    ['https://x.example/u/<LOGIN>b', true],
    ['https://x.example/u/<nil>', false],
    ['https://x.example/u/{{login}}', false],
    ['https://<HOST>.evil.example/', true],
    ['hello/<NAME>', false],
    ['hello <NAME>', false],
    ['https://x.example/%zz', false],
  ])('%s is of unknown content: %p', (text, expected) => {
    expect(isUnknownText(text, response)).toBe(expected);
  });
});

describe('a placeholder without quotes in JSON', () => {
  const read = (text: string): unknown => readBarePlaceholders(text, response)?.value;
  const told = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, part: unknown) => (typeof part === 'symbol' ? String(part) : part)) ?? 'null',
    );

  it.each([
    ['{"a":<NAME>}', { a: 'Symbol(<NAME>)' }],
    ['{"a": [REDACTED], "b": [1,<X Y>] }', { a: 'Symbol([REDACTED])', b: [1, 'Symbol(<X Y>)'] }],
    ['[FILTERED,"<NAME>",***]', ['Symbol(FILTERED)', '<NAME>', 'Symbol(***)']],
    ['{"a\\"<NAME>":<NAME>,"b":"\\\\"}', { 'a"<NAME>': 'Symbol(<NAME>)', b: '\\' }],
  ])('%s is any value', (text, expected) => {
    expect(told(read(text))).toEqual(expected);
  });

  it.each([
    '{"a":<nil>}',
    '{"a":{{name}}}',
    '{<NAME>:1}',
    '{<NAME>}',
    '{"a":<NAME>,}',
    '{"a":<NAME>',
    '{"a":undefined}',
    '<html></html>',
    '{"a":1}',
  ])('%s is no JSON all the same', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is found in time that grows with the text', () => {
    const started = performance.now();
    for (const part of ['<', '"', '{{', '[A', 'a', '\\"', '<A>', '"\\'])
      read(part.repeat(1_000_000 / part.length));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('changes nothing else of the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = `{"x":<NAME>,"v":${JSON.stringify(value)}}`;
        expect((read(text) as { v: unknown }).v).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
