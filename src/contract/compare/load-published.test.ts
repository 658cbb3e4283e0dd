import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { compare } from './comparison.ts';
import { fetchDescription } from './load-published.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Serves on loopback; resolves with the URL. */
function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  return new Promise((resolve) => {
    started.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(started.address() as AddressInfo).port}/openapi.yaml`),
    );
  });
}

describe('a published description behind a URL', () => {
  it('is fetched, and its places name the URL without what may be a secret in it', async () => {
    const text = await readFile(new URL('fixtures/file.yaml', import.meta.url));
    const url = await serve((_, response) => response.end(text));
    const { upstream, summary, differences } = await compare(`${url}?token=secret`);
    expect(upstream.file).toBe(url);
    expect(summary.known).toBe(9);
    expect(differences.map(({ upstream: { place } }) => place.file)).toEqual(differences.map(() => url));
  });

  it('is told where it refers to other files, which are not fetched', async () => {
    const url = await serve((_, r) => r.end('{"openapi":"3.1.0","paths":{"/a":{"$ref":"other.yaml"}}}'));
    const { notCompared, operations } = await compare(url);
    expect(operations.matched).toEqual([]);
    expect(notCompared).toMatchObject([
      {
        side: 'upstream',
        what: expect.stringMatching(/leads to a file that can't be read/),
        place: { file: url },
      },
    ]);
  });

  it.each<readonly [string, RequestListener, RegExp]>([
    [
      'redirects',
      (_, r) => r.writeHead(302, { location: 'https://example.com/x' }).end(),
      /redirects to https:\/\/example/,
    ],
    ['is not there', (_, r) => r.writeHead(404).end('no'), /can't be fetched: status 404/],
    ['is no description', (_, r) => r.end('<html></html>'), /is a page or XML/],
    [
      'breaks off',
      (_, r) => r.writeHead(200, { 'content-length': '99' }).write('{', () => r.destroy()),
      /can't be fetched/,
    ],
  ])('that %s is told in one line', async (_, listener, message) => {
    const url = await serve(listener);
    await expect(compare(url)).rejects.toMatchObject({
      name: 'DescriptionError',
      message: expect.stringMatching(message),
    });
  });

  it('is read no further than the limit, and waited for no longer', async () => {
    const url = new URL(await serve((_, response) => response.write('x'.repeat(100_000))));
    const large = fetchDescription(url, fetch, { timeout: 5000, most: 1000 });
    await expect(large).rejects.toThrow('is larger than 1000 bytes');
    const slow = fetchDescription(url, fetch, { timeout: 100, most: 1_000_000 });
    await expect(slow).rejects.toThrow('no answer within 0.1 s');
  });

  it.each(['http://example.com/openapi.json', 'ftp://127.0.0.1/a', 'file:///etc/passwd'])(
    'is not fetched from %s',
    async (url) => {
      await expect(compare(url)).rejects.toThrow(`${url}: is not fetched: only https, or http on loopback`);
    },
  );
});
