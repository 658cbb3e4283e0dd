import { describe, expect, it } from '@jest/globals';
import { parseYaml } from './parse-yaml.ts';

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
