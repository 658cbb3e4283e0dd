import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { type Served, serve } from '../simulator.test-support.ts';
import { run } from '../terminal.test-support.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({
    websets: [{ enrichments: [{ description: 'Who\u001b[2Jowns it?\nSay.' }] }],
  });
});
afterAll(() => server.close());

describe('get', () => {
  it('shows each field on a line of its own, whatever it holds', async () => {
    const { code, out, err } = await run(['get', server.webset, server.enrichment, ...server.at]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`id            ${server.enrichment}\n`);
    expect(out).toContain('status        pending\n');
    expect(out).toContain('title         –\n');
    expect(out).toContain('description   Who\\u{1b}[2Jowns it?\\nSay.\n');
  });

  it('prints one object with --json', async () => {
    const { code, out } = await run(['get', server.webset, server.enrichment, ...server.at, '--json']);
    expect(code).toBe(0);
    expect(out).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(out)).toMatchObject({
      ref: { webset: server.webset, enrichment: server.enrichment },
      enrichment: { id: server.enrichment, status: 'pending' },
    });
  });

  it('exits 1 where there is no such enrichment, and says what to check', async () => {
    const { code, out, err } = await run(['get', server.webset, 'wenrich_none', ...server.at]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^exa-enrichments: Failed to read the enrichment: the server answered 404 .*\n$/);
  });

  it('says where a proxy is passed over, and what helps on the command line', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '', no_proxy: '' });
    nock('https://api.exa.ai')
      .get(/./)
      .replyWithError(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
    try {
      const { code, err } = await run(['get', 'w', 'e', '--timeout', '300ms']);
      expect(code).toBe(1);
      expect(err).toContain(
        'HTTPS_PROXY is set, but the `fetch` of this Node does not use it. Newer ones do (from 22.21 and 24 on) where NODE_USE_ENV_PROXY=1 is set.',
      );
    } finally {
      nock.restore();
      process.env = before;
    }
  });

  it('exits 1 where nobody answers', async () => {
    const { code, err } = await run([
      'get',
      'w',
      'e',
      '--base-url',
      'http://127.0.0.1:1/',
      '--timeout',
      '300ms',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('Failed to read the enrichment');
  });
});
