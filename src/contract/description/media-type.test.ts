import { describe, expect, it } from '@jest/globals';
import { type ContentType, documentedType, parseContentType } from './media-type.ts';

const parsed = (text: string): ContentType => {
  const type = parseContentType(text);
  if (type === undefined) throw new Error(`${text} is no content-type`);
  return type;
};

describe('a content-type', () => {
  it.each([
    ['application/json', 'application/json', undefined, []],
    ['Application/JSON;charset=UTF-8', 'application/json', 'utf-8', []],
    ['text/plain; charset="us-ascii" ; Format=Flowed', 'text/plain', 'us-ascii', ['format=flowed']],
    ['a/b; x="q;\\"charset=latin1"', 'a/b', undefined, ['x=q;"charset=latin1']],
  ])('%s is read', (text, essence, charset, parameters) => {
    expect(parsed(text)).toEqual({ essence, charset, parameters });
  });

  it.each([
    ['a/b;', []],
    ['a/b ; ;\t; x=1 ;;', ['x=1']],
    ['a/b;x=1;y="2"', ['x=1', 'y=2']],
    ['a/b; x=""', ['x=']],
  ])('may have semicolons with nothing between them: %j', (text, parameters) => {
    expect(parsed(text)).toEqual({ essence: 'a/b', charset: undefined, parameters });
  });

  it.each([
    '',
    'json',
    '/json',
    'application/',
    'application/json charset=utf-8',
    'a/b; x="',
    'a/b; x="\\"',
    'a/b; x=',
    'a/b; =x',
    'a/b; x="1"2',
    'a/b; x',
    'a b/c',
    'a/b/c',
  ])('is not %j', (text) => {
    expect(parseContentType(text)).toBeUndefined();
  });

  // What an expression could divide among its parts in many ways: each takes milliseconds, or a lifetime.
  it.each([
    ...[' ', '\t', ';', '; ', ' ;', ';\t', '; ;', ' ; ', 'x', 'x=', '=', '/', '+', '"', '\\', '\\"', '""'],
    ...[';x', ';x=', '; x=1', ' ; x="1" ', ';x="', ';x="\\"', ';x="";', '="', ','],
  ])('is told at once from one with many of %j', (part) => {
    const many = part.repeat(50_000);
    const started = performance.now();
    for (const start of ['', 'a', 'a/b', 'a/b;', 'a/b; x=', 'a/b; x="', 'a/b; x="1"'])
      for (const end of ['', '!', '"', '\u0000', ';', '; ()']) parseContentType(start + many + end);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('of documented media types', () => {
  const [ONE, TWO, ANY] = ['application/json; version=1', 'application/json;version="2"', 'application/json'];
  it.each<[string, string[], string | undefined]>([
    ['application/json', ['*/*', 'application/*', ANY], ANY],
    ['application/json', ['*/*', 'application/*'], 'application/*'],
    ['application/json', ['text/*', '*/*'], '*/*'],
    ['application/json', ['text/*'], undefined],
    ['application/vnd.x+json', ['*/*', 'application/*', 'application/*+json'], 'application/*+json'],
    ['application/vnd.x+xml', ['application/*', 'application/*+json'], 'application/*'],
    ['application/json', ['application/*+json'], undefined],
    ['application/json; charset=utf-8; version=2', [ONE, TWO], TWO],
    ['application/json; Version=2', [ONE, TWO, ANY], TWO],
    ['application/json; version=3', [ONE, TWO, ANY], ANY],
    ['application/json', [ONE, TWO, ANY], ANY],
    ['application/json; version=3', [ONE, TWO], undefined],
    ['application/json', [ONE, TWO], undefined],
    ['application/json; version=3', [ONE], ONE],
    ['application/json', ['application/json; charset=utf-8'], 'application/json; charset=utf-8'],
  ])('%s means, of %j, %j', (text, documented, meant) => {
    expect(documentedType(documented, parsed(text))).toBe(meant);
  });
});
