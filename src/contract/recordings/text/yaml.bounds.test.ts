import { describe, expect, it } from '@jest/globals';
import { parseYaml } from './yaml.ts';

describe('parseYaml', () => {
  it('reads dates and words as the text they are', async () => {
    expect(await parseYaml('a', 'date: 2026-01-02\nword: yes\n')).toEqual({
      date: '2026-01-02',
      word: 'yes',
    });
  });

  it.each([
    ['an open quote', 'a: 1\nb: "x\n', '3:1: missing char'],
    ['an open list', 'a: [1, 2\n', /broken YAML at 2:1/],
    ['a bad indent', 'a:\n  - b\n c: d\n', /broken YAML at 3:/],
    ['an alias to nowhere', 'a: *b\n', 'broken YAML: an alias leads nowhere'],
  ])('says where it breaks: %s', async (_, text, place) => {
    await expect(parseYaml('x.yml', text)).rejects.toThrow(place);
  });

  it('never quotes the text, which may hold a key', async () => {
    const error = await parseYaml('x.yml', 'key: sk-1234567890 : {[\n- ]').catch((thrown: Error) => thrown);
    expect(String(error)).toMatch(/^RecordingError: x\.yml: broken YAML at \d+:\d+: [a-z ]+$/);
  });

  it.each([
    ['at the top', 'list:\n- 1\nlist:\n- 2\n', '3:1: duplicate key list'],
    [
      'deep within',
      'a:\n- b:\n    body_text: x\n    c: 1\n    body_text: y\n',
      '5:5: duplicate key body_text',
    ],
    ['in a flow map', 'a: {b: 1, c: 2, b: 3}', '1:17: duplicate key b'],
    ['written in two ways', 'a: 1\n"\\x61": 2\n', '2:1: duplicate key a'],
    ['in quotes of either kind', `'a': 1\n"a": 2\n`, '2:1: duplicate key a'],
    ['as a number', '1: x\n0x1: y\n', '2:1: duplicate key'],
    ['with the same value', 'a: 1\na: 1\n', '2:1: duplicate key a'],
    ['without a name', ': 1\n"": 2\n', '2:1: duplicate key'],
    ['as null', '~: 1\nnull: 2\n', '2:1: duplicate key'],
    ['as an alias of a key', 'x: {&n name: 1}\ny: {*n : 1, name: 2}\n', '2:13: duplicate key name'],
    ['as an alias of a value', 'x: &n name\ny: {name: 1, *n : 2}\n', '2:14: duplicate key name'],
    ['as a list', '? [a, b]\n: 1\n? [a, b]\n: 2\n', '3:3: duplicate key'],
    ['as a tagged word', 'a: 1\n!ruby/symbol a: 2\n', '2:14: duplicate key a'],
    ['as a merge key', 'a: &a {}\nb: {<<: *a, <<: *a}\n', '2:13: duplicate key'],
    ['in a tagged map', '!ruby/object:X\na: 1\na: 2\n', '3:1: duplicate key a'],
  ])('refuses a key that stands twice in a map: %s', async (_, text, place) => {
    const error = await parseYaml('x.yml', text).catch((thrown: Error) => thrown);
    expect(String(error)).toBe(`RecordingError: x.yml: broken YAML at ${place}`);
  });

  it.each([
    ['maps beside one another', '- {a: 1}\n- {a: 2}\n', [{ a: 1 }, { a: 2 }]],
    ['maps in one another', 'a: {a: {a: 1}}\n', { a: { a: { a: 1 } } }],
    ['an alias of the whole map', 'x: &m {a: 1}\ny: *m\n', { x: { a: 1 }, y: { a: 1 } }],
    ['names that differ in case', 'a: 1\nA: 2\n', { a: 1, A: 2 }],
  ])('takes a key that stands in %s', async (_, text, value) => {
    expect(await parseYaml('x.yml', text)).toEqual(value);
  });

  it('does not tell the name of what may be a key of the other kind', async () => {
    const text = 'sk-1234567890: 1\nsk-1234567890: 2\n';
    const error = await parseYaml('x.yml', text).catch((thrown: Error) => thrown);
    expect(String(error)).toBe('RecordingError: x.yml: broken YAML at 2:1: duplicate key');
  });

  it('looks for keys that stand twice in time that grows with their number', async () => {
    const text = Array.from({ length: 100_000 }, (_, at) => `k${at}: 1\n`).join('');
    const started = performance.now();
    await expect(parseYaml('x.yml', `${text}k5: 2\n`)).rejects.toThrow('100001:1: duplicate key');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each([
    [
      'ends at column 0',
      'body:\n  string: \'{"a":1}\n\n\'\nnext: 1\n',
      { body: { string: '{"a":1}\n' }, next: 1 },
    ],
    ['goes on at column 0', "a:\n  b: 'x\n\ny'\n", { a: { b: 'x\ny' } }],
    ['goes on at the indent of its key', "a:\n- b: 'x\n\n  y'\n  c: 2\n", { a: [{ b: 'x\ny', c: 2 }] }],
    [
      'stands beside tags',
      "!ruby/object:X\na: !binary aGk=\nd: 2026-01-02\nb: 'x\n\n'\n",
      {
        a: Buffer.from('hi'),
        d: '2026-01-02',
        b: 'x\n',
      },
    ],
  ])('reads what Ruby writes of a long text in quotes, which %s', async (_, text, value) => {
    expect(await parseYaml('x.yml', text)).toEqual(value);
  });

  it('refuses a key that stands twice also in what only Ruby writes', async () => {
    const text = "a:\n  b: 'x\n\n'\n  c: 1\n  c: 2\n";
    await expect(parseYaml('x.yml', text)).rejects.toThrow('x.yml: broken YAML at 6:3: duplicate key');
  });

  it('does not expand a bomb of aliases: what they share stays one object', async () => {
    const bomb = ['a0: &a0 [x, x]'];
    for (let level = 1; level < 60; level++)
      bomb.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    const { a59 } = (await parseYaml('x.yml', bomb.join('\n'))) as { a59: unknown[] };
    expect(a59[0]).toBe(a59[1]);
  });

  it('reads the many aliases of an honest recording', async () => {
    const many = `a: &a [1]\nb: [${'*a, '.repeat(9_000)}]`;
    expect(await parseYaml('x.yml', many)).toMatchObject({ a: [1], b: { length: 9_000 } });
  });

  it.each([
    [
      'aliases',
      `a: &a 1\nb: [${'*a, '.repeat(10_001)}]`,
      'x.yml: has more than 10000 YAML anchors and aliases',
    ],
    ['open brackets', '['.repeat(1_000_000), 'x.yml: is YAML of more than 100 levels'],
    ['dashes', '- '.repeat(1_000_000), 'x.yml: is YAML of more than 100 levels'],
    [
      'levels of a map',
      Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'more than 100 levels',
    ],
    ['small pieces', `[${'1,'.repeat(1_000_001)}]`, 'x.yml: is too large for YAML'],
    ['documents', 'a: 1\n---\nb: 1\n', 'x.yml: is more than one YAML document'],
  ])('refuses too many %s', async (_, text, message) => {
    await expect(parseYaml('x.yml', text)).rejects.toThrow(message);
  });
});
