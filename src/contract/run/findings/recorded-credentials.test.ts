import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../bundled-contract.ts';
import { anExchange, type ExchangeParts } from '../../exchange.test-support.ts';
import { declaredCredentials } from '../../judge/declared-credentials.ts';
import { recordedCredentials } from './recorded-credentials.ts';

/** Looks like a key, and opens nothing. */
const KEY = createHash('sha256').update('a key').digest('hex');
const NOW = Date.UTC(2026, 0, 1);
const signed = (more: string): string =>
  `https://s3.test/x?X-Amz-Date=20251231T000000Z&X-Amz-Security-Token=${KEY}&X-Amz-Signature=${KEY}${more}`;
const ENDED = '&X-Amz-Expires=60';
const OPEN = '&X-Amz-Expires=604800';

function told(parts: ExchangeParts, isStrict = false): string[] {
  const { findings, lenient } = recordedCredentials(
    declaredCredentials(bundledContract),
    isStrict,
    NOW,
  )(anExchange(parts));
  return [
    ...findings.map(({ severity, dataPath }) => `${severity} ${dataPath}`),
    ...lenient.map(({ rule }) => `passed ${rule}`),
  ];
}

const location = (value: string): ExchangeParts => ({ headers: { location: value } });

describe('what looks like a key in a recording', () => {
  it.each<[string, ExchangeParts, string[], string[]]>([
    ['the id of a client of OAuth', { headers: { 'x-oauth-client-id': KEY } }, [], []],
    [
      'the id of a user',
      { requestHeaders: { 'x-auth-user-id': KEY } },
      ['passed public-name'],
      ['error header:x-auth-user-id'],
    ],
    ['a word that begins with auth', { headers: { 'x-author': KEY } }, [], []],
    [
      'the id of a session',
      { requestHeaders: { 'x-session-id': KEY } },
      ['error header:x-session-id'],
      ['error header:x-session-id'],
    ],
    [
      'the id of a key',
      { requestHeaders: { 'x-api-key-id': KEY } },
      ['error header:x-api-key-id'],
      ['error header:x-api-key-id'],
    ],
    [
      'the secret of a client',
      { requestHeaders: { 'x-client-secret': KEY } },
      ['error header:x-client-secret'],
      ['error header:x-client-secret'],
    ],
    [
      'a link that has expired',
      { url: signed(ENDED) },
      [
        'info query:X-Amz-Security-Token',
        'info query:X-Amz-Signature',
        'passed expired-link',
        'passed expired-link',
      ],
      ['error query:X-Amz-Security-Token', 'error query:X-Amz-Signature'],
    ],
    [
      'a link that holds',
      { url: signed(OPEN) },
      ['error query:X-Amz-Security-Token', 'error query:X-Amz-Signature'],
      ['error query:X-Amz-Security-Token', 'error query:X-Amz-Signature'],
    ],
    [
      'a link that has expired, in an address',
      location(signed(ENDED)),
      ['info header:location', 'passed expired-link'],
      ['error header:location'],
    ],
    [
      'a link that holds, in an address',
      location(signed(OPEN)),
      ['error header:location'],
      ['error header:location'],
    ],
    [
      'a key beside a link that has expired',
      { url: `${signed(ENDED)}&api_key=${KEY}` },
      [
        'info query:X-Amz-Security-Token',
        'info query:X-Amz-Signature',
        'error query:api_key',
        'passed expired-link',
        'passed expired-link',
      ],
      ['error query:X-Amz-Security-Token', 'error query:X-Amz-Signature', 'error query:api_key'],
    ],
    [
      'a link that has expired, in a body',
      { requestBody: JSON.stringify({ to: signed(ENDED) }) },
      [
        'info body:X-Amz-Security-Token',
        'info body:X-Amz-Signature',
        'passed expired-link',
        'passed expired-link',
      ],
      ['error body:X-Amz-Security-Token', 'error body:X-Amz-Signature'],
    ],
    [
      'a link that holds, in a body',
      { requestBody: JSON.stringify({ to: signed(OPEN) }) },
      ['error body:X-Amz-Security-Token', 'error body:X-Amz-Signature'],
      ['error body:X-Amz-Security-Token', 'error body:X-Amz-Signature'],
    ],
    [
      'a link that holds, in the body of a response',
      { body: { from: signed(OPEN) } },
      ['error body:X-Amz-Signature'],
      ['error body:X-Amz-Signature'],
    ],
    [
      'a link that says no end, in the body of a response',
      { body: { from: `https://a.example/?sig=${KEY}&token=${KEY}` } },
      [],
      [],
    ],
    [
      'what a page hands to each browser',
      { body: { client_token: `pub${KEY.slice(0, 32)}` } },
      ['passed public-name'],
      ['error body:client_token'],
    ],
    [
      'what looks like it, and may be a secret',
      { body: { client_token: KEY } },
      ['error body:client_token'],
      ['error body:client_token'],
    ],
  ])('%s', (_, parts, expected, strictly) => {
    const whole = { headers: {}, requestHeaders: {}, body: undefined, ...parts };
    expect(told(whole)).toEqual(expected);
    expect(told(whole, true)).toEqual(strictly);
  });

  it('is told in words, without its value, and once where the host is not judged', () => {
    const find = recordedCredentials(declaredCredentials(bundledContract), false, NOW);
    const exchange = anExchange({
      url: `https://ada:${KEY}@x.test/a?api_key=${KEY}`,
      requestHeaders: { authorization: `Bearer ${KEY}`, cookie: `sid=${KEY}` },
      headers: { location: signed(ENDED) },
      body: { access_token: KEY },
    });
    const told = [find(exchange), find(exchange, { host: 'x.test' })].flatMap(({ findings }) => findings);
    expect(
      told.map(({ message, received, documented }) => `${message} ${received} | ${documented}`),
    ).toMatchSnapshot();
  });
});
