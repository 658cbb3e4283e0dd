import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isKeyLike } from './key-like.ts';

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

  it.each([
    '',
    'k',
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
  ])('takes %j for what stands in place of one', (value) => {
    expect(isKeyLike(value)).toBe(false);
  });
});
