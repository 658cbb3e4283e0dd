import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Entry,
  entriesOf,
  type Listening,
  listening,
  type RunningProxy,
  startProxy,
} from './proxy.test-support.ts';

let folder: string;
let target: Listening;
let proxy: RunningProxy;

async function startBefore(answer: Parameters<typeof listening>[0]): Promise<void> {
  target = await listening(answer);
  proxy = await startProxy('--target', target.url, '--output', join(folder, 'x.ndjson'));
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-proxy-'));
});
afterEach(async () => {
  await proxy.stop();
  await target.close();
  await rm(folder, { recursive: true });
});

/** What the proxy says to these bytes before it closes the connection. */
async function said(bytes: string): Promise<string> {
  const socket = connect(proxy.port, '127.0.0.1');
  let all = '';
  socket.on('data', (chunk) => {
    all += chunk.toString('latin1');
  });
  socket.write(bytes);
  await once(socket, 'close');
  return all;
}

async function recorded(): Promise<Entry[]> {
  await proxy.stop();
  return entriesOf(join(folder, 'x.ndjson'));
}

const GET = 'GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';

/** A server that answers with these bytes, whatever they are. */
function answering(bytes: string): Server {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes, 'latin1'));
  });
  return Object.assign(server, { closeAllConnections: () => undefined });
}

describe('a target that answers what Node reads and does not write', () => {
  it.each([
    ['a control character', 'O\x01K\x7f', 'OK'],
    ['letters beyond ASCII', 'Gr\u00f6\u00dfe', 'Gr\u00f6\u00dfe'],
  ])('is passed on with %s in its reason', async (_, reason, given) => {
    await startBefore(answering(`HTTP/1.1 200 ${reason}\r\nContent-Length: 2\r\n\r\nhi`) as never);
    expect(await said(GET)).toMatch(new RegExp(`^HTTP/1\\.1 200 ${given}\r\n[\\s\\S]*hi$`));
    expect(await recorded()).toHaveLength(1);
  });

  it.each([
    ['a status below 100', 'HTTP/1.1 099 X\r\nContent-Length: 2\r\n\r\nhi', 'answered with the status 99'],
    [
      'another protocol that nobody asked for',
      'HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
      'it gave no answer',
    ],
  ])('is told as one that can not be reached: %s', async (_, answer, why) => {
    await startBefore(answering(answer) as never);
    expect(await said(GET)).toMatch(new RegExp(`^HTTP/1\\.1 502 [\\s\\S]*${why}`));
    expect(await said(GET.replace('close', 'Upgrade\r\nUpgrade: echo'))).toMatch(/^HTTP\/1\.1 (?:101|502) /);
    expect(proxy.terminal.text.err).toContain(why);
  });
});

describe('a client that offers HTTP/2 with each request', () => {
  const OFFER =
    'Host: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n';

  it.each([
    ['with a length', 'Content-Length: 5\r\n\r\nhello'],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'],
  ])('gets an answer to all that it sent, %s', async (_, sent) => {
    const seen: (string | undefined)[] = [];
    await startBefore((request, response) => {
      seen.push(request.headers.upgrade, request.headers.connection);
      request.pipe(response);
    });
    expect(await said(`POST /x HTTP/1.1\r\n${OFFER}${sent}`)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*hello/);
    expect(seen).toEqual([undefined, 'keep-alive']);
    expect((await recorded())[0]).toMatchObject({ request: { postData: { text: 'hello' } } });
  });
});
