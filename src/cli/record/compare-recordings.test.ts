import { describe, expect, it } from '@jest/globals';
import { type Exchange, headerMap } from '../../contract/exchange.ts';
import { compareRecordings } from './compare-recordings.ts';

interface Parts {
  readonly webset?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

const BODY = {
  id: 'wenrich_1',
  status: 'pending',
  title: 'Head office',
  options: [{ label: 'Large' }],
  instructions: null,
  createdAt: '2026-01-15T09:30:00.000Z',
};

function read({ webset = 'webset_1', status = 200, headers = {}, body = BODY }: Parts = {}): Exchange {
  return {
    request: {
      method: 'GET',
      url: `https://api.exa.ai/websets/v0/websets/${webset}/enrichments/${webset}x`,
      headers: headerMap([['x-api-key', '<redacted>']]),
      body: undefined,
    },
    response: {
      status,
      headers: headerMap(Object.entries({ 'content-type': 'application/json', ...headers })),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    recording: { file: 'f', index: 0 },
  };
}

function difference(stored: readonly Exchange[], fresh: readonly Exchange[]): string | undefined {
  return compareRecordings('f.json', stored, fresh, false);
}

describe('two recordings are the same', () => {
  it.each<[string, Parts, Parts]>([
    ['ids', {}, { webset: 'spring%2F2026', body: { ...BODY, id: 'wenrich_2' } }],
    ['dates', {}, { body: { ...BODY, createdAt: '2026-02-01T00:00:00Z' } }],
    ['texts', {}, { body: { ...BODY, title: 'CEO', options: [{ label: 'Small' }] } }],
    [
      'headers that change each time',
      { headers: { etag: 'a', date: 'b' } },
      { headers: { etag: 'c', date: 'd' } },
    ],
    ['headers that are not kept', {}, { headers: { 'set-cookie': 'a=b' } }],
    [
      'ids in the path of an error',
      { body: { path: '/v0/websets/w/enrichments/e' } },
      { body: { path: '/v0/websets/x/enrichments/y' } },
    ],
  ])('whatever the %s are', (_, stored, fresh) => {
    expect(difference([read(stored)], [read(fresh)])).toBeUndefined();
  });

  it('however often one polled', () => {
    const canceled = read({ body: { ...BODY, status: 'canceled' } });
    expect(difference([read(), canceled], [read(), read(), read(), canceled])).toBeUndefined();
  });
});

describe('two recordings differ', () => {
  it.each<[string, Parts, string, string]>([
    ['a status', { status: 201 }, '-200', '+201'],
    [
      'a value of the contract',
      { body: { ...BODY, status: 'canceled' } },
      '-    "status": "pending"',
      '+    "status": "canceled"',
    ],
    [
      'null where text was',
      { body: { ...BODY, title: null } },
      '-    "title": "<text>"',
      '+    "title": null',
    ],
    ['a new member', { body: { ...BODY, extra: 1 } }, '', '+    "extra": 1'],
    [
      'a date in another form',
      { body: { ...BODY, createdAt: '2026-01-15 09:30' } },
      '-    "createdAt": "<date>"',
      '+    "createdAt": "2026-01-15 09:30"',
    ],
    [
      'a header that is gone',
      { headers: { 'content-type': 'text/html' } },
      '-  content-type: application/json',
      '+  content-type: text/html',
    ],
    ['no JSON', { body: 'oops' }, '-  {', '+  oops'],
  ])('by %s', (_, fresh, minus, plus) => {
    const lines = difference([read()], [read(fresh)])
      ?.split('\n')
      .map((line) => line.replace(/,$/, ''));
    expect(lines?.slice(0, 2)).toEqual(['--- f.json (stored)', '+++ f.json (now)']);
    if (minus) expect(lines).toContain(minus);
    expect(lines).toContain(plus);
  });

  it('by how it ended, and no escape code of the answer reaches the terminal', () => {
    const text = difference([read()], [read(), read({ body: 'a\u001b[2Jb' })]);
    expect(text).toContain('+  a\\u{1b}[2Jb');
  });
});
