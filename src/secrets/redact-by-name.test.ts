import { describe, expect, it } from '@jest/globals';
import { isCredentialHeader } from './credential-names.ts';
import { redactCredential, redactHeaders, redactUrl } from './redact-by-name.ts';

describe('isCredentialHeader', () => {
  it.each([
    'authorization',
    'proxy-authorization',
    'x-api-key',
    'apikey',
    'api-key',
    'x-auth-key',
    'cookie',
    'set-cookie',
    'x-csrf-token',
    'x-amz-security-token',
    'x-client-secret',
    'x-auth',
    'x_auth_code',
    'authentication',
    'x-session-id',
    'x-api-key-id',
    'x-auth-id',
  ])('knows %s', (name) => {
    expect(isCredentialHeader(name)).toBe(true);
  });

  it.each([
    'www-authenticate',
    'x-ratelimit-remaining-tokens',
    'content-type',
    'etag',
    'x-request-id',
    'accept',
    'author',
    'x-oauth-scopes',
    'x-oauth-client-id',
    'x-auth-user-id',
    'x-auth-app-id',
    'x-auth-client_id',
  ])('lets %s be', (name) => {
    expect(isCredentialHeader(name)).toBe(false);
  });
});

describe('redactCredential', () => {
  it.each([
    ['a bare key', 'k-1234567890', '<redacted>'],
    ['a bearer token', 'Bearer k-1234567890', 'Bearer <redacted>'],
    ['a scheme in its own case', 'bearer  k-1234567890', 'bearer <redacted>'],
    ['a scheme that is not published', 'MyKey k-1234567890', '<redacted>'],
    ['a scheme alone, which could be the key', 'Bearer', '<redacted>'],
    ['an empty key, which is a fact', ' ', ''],
  ])('keeps of %s only what tells nothing', (_, given, want) => {
    expect(redactCredential(given)).toBe(want);
  });
});

describe('redactHeaders', () => {
  it('keeps names and other values', () => {
    const headers = { 'x-api-key': ['k-1'], accept: ['a', 'b'] };
    expect({ ...redactHeaders(headers) }).toEqual({ 'x-api-key': ['<redacted>'], accept: ['a', 'b'] });
  });
});

describe('redactUrl', () => {
  it.each([
    ['https://a.test/x/../y?b=%2F#c', 'https://a.test/x/../y?b=%2F#c'],
    ['https://user:pass@a.test/x@y?z=@', 'https://a.test/x@y?z=@'],
    ['https://a.test/?api_key=k-1&x=1', 'https://a.test/?api_key=redacted&x=1'],
    ['https://a.test/?x=1&Access-Token=k-1#f', 'https://a.test/?x=1&Access-Token=redacted#f'],
    ['https://a.test/?key=k-1&signature=s', 'https://a.test/?key=redacted&signature=redacted'],
    ['https://a.test/?pageToken=2&sort_key=a', 'https://a.test/?pageToken=2&sort_key=a'],
  ])('%s becomes %s', (given, want) => {
    expect(redactUrl(given)).toBe(want);
  });
});
