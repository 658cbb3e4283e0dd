import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment } from '../testing/enrichments.test-support.ts';
import { cancel, text } from '../testing/interpret.test-support.ts';
import { hasRepeatedName } from './parse-success.ts';

function repeats(json: string): boolean {
  return hasRepeatedName(json, JSON.parse(json));
}

describe('JSON in which an object has a name twice', () => {
  it.each([
    ['{"a":1,"a":1}', true],
    ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"a\\"":1,"a\\"":2}', true],
    ['{"a"\n\t :1,"a" :2}', true],
    ['{"":1,"":2}', true],
    ['{"__proto__":1,"__proto__":2}', true],
    ['{"a":"a","b":"a"}', false],
    ['{"a":{"a":{"a":1}},"b":{"a":1}}', false],
    ['[{"a":1},{"a":1}]', false],
    ['{"a":["a","a"]}', false],
    ['{"a":"{\\"b\\":1,\\"b\\":2}"}', false],
    ['{"a":"\\\\","b":"\\\\"}', false],
    ['"a"', false],
  ])('%s: %p', (json, want) => {
    expect(repeats(json)).toBe(want);
  });

  it('is seen in no value that JSON.stringify has written', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !repeats(JSON.stringify(value, null, 1))));
  });

  it('is seen wherever it stands, and whatever it says the first time', () => {
    const [twice, around] = [fc.jsonValue(), fc.jsonValue()];
    fc.assert(
      fc.property(fc.string(), twice, twice, around, (name, first, second, value) => {
        const [key, before, after, other] = [name, first, second, value].map((part) => JSON.stringify(part));
        return repeats(`{"around":[${other},{${key}:${before},${key}:${after}},${other}]}`);
      }),
    );
  });

  it('is found at once in a megabyte, and however deep', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const before = performance.now();
    expect(repeats(JSON.stringify({ long: '\\"'.repeat(500_000) }))).toBe(false);
    expect(repeats(deep)).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('is no answer that is believed', async () => {
    const body = `${JSON.stringify(enrichment()).slice(0, -1)},"status":"canceled"}`;
    expect(await caught(cancel(text(body)))).toMatchObject({
      code: 'response-parse',
      reason: 'repeated',
      body,
      mayHaveSucceeded: true,
    });
  });
});
