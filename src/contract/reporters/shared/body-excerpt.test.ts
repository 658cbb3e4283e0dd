import { describe, expect, it } from '@jest/globals';
import { type Excerpt, type ExcerptOptions, excerptOf } from './body-excerpt.ts';

function excerpt(body: string | Uint8Array, options: Partial<ExcerptOptions> = {}): Excerpt | undefined {
  return excerptOf(body, { dataPath: undefined, raw: false, redact: (text) => text, ...options });
}

function marked(body: unknown, dataPath: string): string | undefined {
  const found = excerpt(JSON.stringify(body), { dataPath });
  return found?.lines[found.marked ?? -1]?.trim();
}

describe('the part of a body that a finding is about', () => {
  it('is a small body whole, laid out', () => {
    expect(excerpt('{"a":[1,{}],"b":null}')).toEqual({
      lines: ['{', '  "a": [', '    1,', '    {}', '  ],', '  "b": null', '}'],
      from: 1,
      more: false,
    });
  });

  it.each([
    [{ a: { b: [1, 2] } }, '/a/b/1', '2'],
    [{ 'x/y~z': 1 }, '/x~1y~0z', '"x/y~z": 1'],
    [{ a: 1 }, '', '{'],
    [{ a: { b: 1 } }, '/a/missing', '"a": {'],
    [{ a: 1 }, 'header:etag', undefined],
    [JSON.parse('{"__proto__":{"x":1}}'), '/__proto__/x', '"x": 1'],
  ])('marks in %j at %s: %s', (body, dataPath, want) => {
    expect(marked(body, dataPath)).toBe(want);
  });

  it('is a window around the place in a long body', () => {
    const found = excerpt(JSON.stringify(Array.from({ length: 500 }, (_, at) => at)), { dataPath: '/250' });
    expect(found?.lines).toHaveLength(15);
    expect(found?.lines[found.marked ?? -1]).toBe('  250,');
    expect(found).toMatchObject({ from: 245, more: true });
  });

  it('is what came, where it is no JSON', () => {
    expect(excerpt('<html>\r\n<b>\u001b[31m</b>')?.lines).toEqual(['<html>', '<b>\\u{1b}[31m</b>']);
    expect(excerpt('{"a":1,"a":2}', { raw: true })?.lines).toEqual(['{"a":1,"a":2}']);
    expect(excerpt(new Uint8Array([0xff, 0x41]))?.lines).toEqual(['\uFFFDA']);
  });

  it('redacts before it cuts, so that no half of a secret is left', () => {
    const text = `${`${'y'.repeat(79)}\n`.repeat(19)}${'y'.repeat(77)}secret`;
    const lines = excerpt(text, { redact: (line) => line.replace('secret', '•') })?.lines.join('\n');
    expect(lines).not.toContain('s');
  });

  it('bears what is hostile: depth, length, secrets', () => {
    const deep = excerpt('['.repeat(4000) + ']'.repeat(4000), { dataPath: '/0/0' });
    expect(deep?.lines.length).toBeLessThanOrEqual(24);
    expect(excerpt(`"${'x'.repeat(10_000_000)}"`)?.lines[0]).toHaveLength(160);
    const padded = new TextEncoder().encode(`[1]${' '.repeat(300_000)}`);
    expect(excerpt(padded)?.lines).toHaveLength(1);
    expect(excerpt('{"k":"secret"}', { redact: (text) => text.replace('secret', '•') })?.lines[1]).toBe(
      '  "k": "•"',
    );
  });
});
