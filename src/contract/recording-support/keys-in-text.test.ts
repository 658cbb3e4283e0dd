import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keysInText } from './keys-in-text.ts';

const LINK = `https://x.test/v0/file?alt=media&token=${randomUUID()}`;

describe('what stands on the web is no key', () => {
  it.each([
    'https://x.test/sk-engineering-1234567',
    'https://shop.test/p/sk-iphone-15pro-max256gb',
    'sk-spinner-wandering-cubes1x2',
    'sk-child-of-type-12345',
    LINK,
    'api_key=YOUR_API_KEY_GOES_HERE_123456',
  ])('such as %s', (text) => {
    expect(keysInText(JSON.stringify({ description: text }), { addresses: false })).toEqual([]);
  });

  it('but a link in what was sent, or in a header, may carry one', () => {
    expect(keysInText(LINK).map(({ name }) => name)).toEqual(['token']);
  });

  it.each(['sk-', 'sk-proj-', 'sk-ant-api03-'])('nor is a key overlooked that starts with %s', (prefix) => {
    const key = `${prefix}9aK3mQ7xLp2vRt8yBn4wZ6cD`;
    expect(keysInText(`see ${key}.`, { addresses: false })).toEqual([{ name: undefined, spellings: [key] }]);
  });

  it('and many are found in time that grows with their number, and not with its square', () => {
    const members = Array.from({ length: 20_000 }, () => `{"api_key":"${randomUUID()}"}`);
    const others = Array.from({ length: 20_000 }, () => `"Bearer ${randomUUID()}"`);
    const found = keysInText(`[${[...members, ...others].join()}]`);
    expect(found.length).toBeGreaterThan(39_000);
  });
});
