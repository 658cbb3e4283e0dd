import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { ConnectionError, ExaError } from '../errors.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, REF } from '../testing/enrichments.test-support.ts';
import { serve } from '../testing/loopback.test-support.ts';
import { client, GOOD, left, start, startTcp } from '../testing/transport.test-support.ts';

describe('a connection that fails', () => {
  it('to be made, is known to have sent nothing', async () => {
    const { baseUrl, close } = await serve(() => {});
    await close();
    const error = await caught<ConnectionError>(client(baseUrl).cancel(REF));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: false });
    expect(error.message).toContain('ECONNREFUSED');
    expect(inspect(error.cause)).toContain('ECONNREFUSED');
  });

  it('for a name that does not exist, is known to have sent nothing', async () => {
    const error = await caught<ConnectionError>(client('https://no-such-host.invalid').cancel(REF));
    expect(error).toMatchObject({ code: 'connection', mayHaveSucceeded: false });
    expect(error.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });

  it.each([
    { why: 'before the headers', bytes: '' },
    { why: 'within the headers', bytes: 'HTTP/1.1 200 OK\r\ncontent-le' },
    { why: 'within the body', bytes: `HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n${GOOD}` },
    { why: 'within a chunk', bytes: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{' },
    { why: 'with what is no HTTP', bytes: 'SSH-2.0-OpenSSH_9.0\r\n' },
    {
      why: 'with a broken gzip stream',
      bytes: 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope',
    },
  ])('$why may have sent the cancel', async ({ bytes }) => {
    const baseUrl = await startTcp((socket) => socket.once('data', () => socket.end(bytes)));
    const error = await caught<ConnectionError>(client(baseUrl).cancel(REF));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: true });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('is made again', async () => {
    let connections = 0;
    const baseUrl = await startTcp((socket) => {
      socket.once('data', () => {
        if (++connections === 1) socket.destroy();
        else socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${GOOD.length}\r\n\r\n${GOOD}`);
      });
    });
    await expect(client(baseUrl, { maxRetries: 1 }).cancel(REF)).resolves.toEqual(enrichment());
  });
});

describe('a call that is over sends nothing more', () => {
  const path = { webset: 'webset_01', id: 'wenrich_01' };
  const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

  it.each<[when: string, run: (baseUrl: string) => Promise<unknown>, want: object]>([
    [
      'when a hook aborts it',
      (baseUrl) => {
        const controller = new AbortController();
        const hooks = { onRequest: () => controller.abort() };
        return client(baseUrl, { hooks }).cancel(REF, { signal: controller.signal });
      },
      { code: 'aborted', attempts: 0, mayHaveSucceeded: false },
    ],
    [
      'when its time is up while a middleware works',
      (baseUrl) => {
        const { raw } = client(baseUrl, { timeout: 20 });
        raw.use({ onRequest: late });
        return raw.POST('/v0/websets/{webset}/enrichments/{id}/cancel', { params: { path } });
      },
      { code: 'timeout', attempts: 0, mayHaveSucceeded: false },
    ],
    [
      'when it is aborted while a middleware works',
      (baseUrl) => {
        const { raw } = client(baseUrl);
        raw.use({ onRequest: late });
        const signal = AbortSignal.timeout(20);
        return raw.POST('/v0/websets/{webset}/enrichments/{id}/cancel', { params: { path }, signal });
      },
      { code: 'aborted', attempts: 0, mayHaveSucceeded: false },
    ],
    [
      'when a fetch looks at the signal only later',
      (baseUrl) =>
        client(baseUrl, {
          timeout: 20,
          maxRetries: 1,
          fetch: async (request, init) => {
            await late();
            return fetch(request, init);
          },
        }).cancel(REF),
      { code: 'timeout', attempts: 2, mayHaveSucceeded: true },
    ],
  ])('%s', async (_, run, want) => {
    const loopback = await start(() => {});
    let requests = 0;
    loopback.server.on('request', () => requests++);
    expect(await caught(run(loopback.baseUrl))).toMatchObject(want);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(requests).toBe(0);
  });
});

describe('when hundreds of cancels are aborted at once', () => {
  it('nothing is left: no exchange, no timer, no listener', async () => {
    const loopback = await start((_, response) => void response.writeHead(200).write('{'));
    const exa = client(loopback.baseUrl, { requestsPerSecond: 'unlimited' });
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = function (this: AbortSignal, ...args: Parameters<typeof addEventListener>) {
      listeners++;
      return addEventListener.apply(this, args);
    };
    signal.removeEventListener = function (
      this: AbortSignal,
      ...args: Parameters<typeof removeEventListener>
    ) {
      listeners--;
      return removeEventListener.apply(this, args);
    };
    const warnings: Error[] = [];
    const onWarning = (warning: Error): unknown => warnings.push(warning);
    process.on('warning', onWarning);
    const all = Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        caught<ExaError>(exa.cancel({ webset: 'w', enrichment: `e${at}` }, { signal })),
      ),
    );
    for (let turn = 0; turn < 4000 && loopback.exchanges.size < 300; turn++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(loopback.exchanges.size).toBe(300);
    expect(listeners).toBe(1);
    controller.abort();
    const errors = await all;
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['aborted']));
    expect(listeners).toBe(0);
    expect(await left(loopback)).toBe(0);
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(10);
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  }, 60_000);
});
