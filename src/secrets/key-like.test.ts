import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isKeyLike, isPasswordLike, standsForNothing } from './key-like.ts';

describe('isKeyLike', () => {
  it.each([
    ['a UUID, as the keys of Exa are', () => randomUUID()],
    ['a UUID in upper case', () => randomUUID().toUpperCase()],
    ['hexadecimal digits', () => randomBytes(20).toString('hex')],
    ['base64', () => randomBytes(32).toString('base64')],
    ['a prefix that tells the maker', () => `sk-${randomBytes(24).toString('hex')}`],
  ])('knows %s', (_, make) => {
    const keys = Array.from({ length: 500 }, make);
    for (const scheme of ['', 'Bearer ', 'bearer  '])
      expect(keys.filter((key) => !isKeyLike(scheme + key)).length).toBeLessThan(5);
  });

  it('knows a signed token', () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'HS256' })}.${part({ sub: 'test' })}.${randomBytes(32).toString('base64url')}`;
    expect(isKeyLike(`Bearer ${token}`)).toBe(true);
  });

  it.each(['exa_test_9aK3mQ7xLp2vRt8yBn4w', 'your-9aK3mQ7xLp2vRt8yBn4w', 'sk-demo-9aK3mQ7xLp2vRt8yBn4w'])(
    'is not put off by a word in %s',
    (value) => {
      expect(isKeyLike(value)).toBe(true);
    },
  );

  it.each([
    '',
    'k',
    'your-32-character-api-key-goes-here',
    'exa_test_key_1234567890abcdef',
    'Bearer $EXA_API_KEY',
    'S3cr3t',
    '<redacted>',
    '<EXA_API_KEY>',
    'Bearer <redacted>',
    'EXA_API_KEY',
    '$EXA_API_KEY',
    '{{apiKey}}',
    '********',
    'invalid_api_key',
    'your-api-key-here',
    'test-key-1234567890',
    'not a key',
    'the-key-of-the-simulator-2026',
    '00000000-0000-0000-0000-000000000000',
    '12345678-1234-1234-1234-123456789012',
    '01234567-89ab-cdef-0123-456789abcdef',
    'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    'abcdefghijklmnopqrstuvwxyz123456',
    '0123456789abcdef0123456789abcdef',
    'hello8hello9hello8hello9',
  ])('takes %j for what stands in place of one', (value) => {
    expect(isKeyLike(value)).toBe(false);
  });
});

describe('isPasswordLike', () => {
  it.each(['hunter2Abc', 'correct-horse', randomUUID()])('knows %s', (value) => {
    expect(isPasswordLike(value)).toBe(true);
  });

  it.each(['', 'pass', 'password', 'your-password', '<redacted>', 'redacted', '$PASSWORD', 'secret'])(
    'takes %j for what stands in place of one',
    (value) => {
      expect(isPasswordLike(value)).toBe(false);
    },
  );
});

describe('standsForNothing', () => {
  it.each([
    '',
    '<API_KEY>',
    'Bearer <redacted>',
    '[FILTERED]',
    '***',
    '{{token}}',
    'your-api-key-here',
    'true',
    '10000',
    '__MY_TEST_ACCESS_TOKEN_3',
    '0000000000000000000000000000000000000001',
    '0123456789abcdef',
  ])('takes %j for no credential', (value) => {
    expect(standsForNothing(value)).toBe(true);
  });

  it.each([
    'abc123',
    'swordfish',
    'Basic YTpi',
    'q7Zz',
    '<a>1x9',
    'xyz-test-1',
    'Bearer abcdefghijklmnop',
    'sk-live-abcdefghijklmnopqrstuvwxyz123456',
  ])('takes %j for one', (value) => {
    expect(standsForNothing(value)).toBe(false);
  });
});
