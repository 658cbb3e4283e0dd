import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { main } from '../main.ts';
import { type FakeTerminal, fakeTerminal, KEY, run } from '../terminal.test-support.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-simulate-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Running {
  readonly terminal: FakeTerminal;
  readonly welcome: { url: string; webset: string; enrichment: string; curl: string; assumptions: string[] };
  stop(): Promise<number>;
}

async function start(...args: readonly string[]): Promise<Running> {
  const { terminal, stop } = await serve('--json', ...args);
  return { terminal, stop, welcome: JSON.parse(terminal.text.out) };
}

async function serve(...args: readonly string[]): Promise<Omit<Running, 'welcome'>> {
  const terminal = fakeTerminal();
  let ended = false;
  const code = main(['simulate', ...args], terminal).finally(() => {
    ended = true;
  });
  while (terminal.text.out === '' && !ended) await new Promise((resolve) => setTimeout(resolve, 5));
  if (ended) throw new Error(terminal.text.err);
  return {
    terminal,
    stop() {
      terminal.interrupt();
      return code;
    },
  };
}

function cancelThere({ welcome: { webset, enrichment, url } }: Running, ...more: readonly string[]) {
  return run(['cancel', webset, enrichment, '--base-url', url, ...more]);
}

describe('simulate', () => {
  it('serves an enrichment that runs, logs each request without the key, and stops with 0', async () => {
    const running = await start();
    expect(await cancelThere(running)).toMatchObject({ code: 0, out: expect.stringMatching(/^accepted: /) });
    await fetch(`${running.welcome.url}/v0/websets/x%1b`);
    expect(await running.stop()).toBe(0);
    const { err } = running.terminal.text;
    const { webset, enrichment } = running.welcome;
    const [first, second, last] = err.split('\n');
    expect(first).toMatch(/^\d\d:\d\d:\d\d\.\d{3} 200 POST \/websets\//);
    expect(first?.endsWith(`/v0/websets/${webset}/enrichments/${enrichment}/cancel`)).toBe(true);
    expect(second).toMatch(/ 401 GET \/websets\/v0\/websets\/x%1b \[no key\]$/);
    expect(last).toBe('Stopped after 2 requests.');
    expect(err).not.toContain(KEY);
    await expect(fetch(running.welcome.url)).rejects.toThrow();
  });

  it('tells how to start, and what it only assumes', async () => {
    const { terminal, stop } = await serve('--scenario', 'second-cancel-409');
    expect(await stop()).toBe(0);
    const { out } = terminal.text;
    expect(out).toMatch(
      /^Simulator {4}http:\/\/127\.0\.0\.1:\d+\/websets\nScenario {5}second-cancel-409 \(assumed\): /,
    );
    expect(out).toContain('Assumed      a second cancel of the same enrichment answers 409 (never observed;');
    expect(out).toMatch(
      /\n {2}curl -X POST -H 'x-api-key: any-key' http:\/\/127\.0\.0\.1:\d+\/websets\/v0\/websets\/webset_\w+\/enrichments\/wenrich_\w+\/cancel\n/,
    );
  });

  it('lets the very curl that it prints cancel', async () => {
    const running = await start('--scenario', 'instant');
    const [, url = ''] = /(http:\S+)$/.exec(running.welcome.curl) ?? [];
    const response = await fetch(url, { method: 'POST', headers: { 'x-api-key': 'any-key' } });
    expect(await response.json()).toMatchObject({ status: 'canceled' });
    await running.stop();
  });

  it('refuses the one key that stands for a bad one, and lets the enrichment run', async () => {
    const { terminal, welcome, stop } = await start();
    const address = `${welcome.url}/v0/websets/${welcome.webset}/enrichments/${welcome.enrichment}`;
    const bad = await fetch(`${address}/cancel`, { method: 'POST', headers: { 'x-api-key': 'not-a-key' } });
    const read = await fetch(address, { headers: { 'x-api-key': 'any-key' } });
    await stop();
    expect([bad.status, read.status]).toEqual([400, 200]);
    expect(await read.json()).toMatchObject({ status: 'pending' });
    expect(terminal.text.err).not.toContain('not-a-key');
  });

  it('makes the faults that it is told, and says which answers rest on an assumption', async () => {
    const running = await start(
      '--fault',
      'overloaded:times=1',
      '--fault',
      'undocumented-field:on=websets-enrichments-get',
    );
    await cancelThere(running);
    await cancelThere(running);
    await running.stop();
    const { err } = running.terminal.text;
    expect(err).toMatch(/ 503 POST \S+ \[fault overloaded\]\n/);
    expect(err).toMatch(/ 200 POST \S+ \[assumed secondCancel=200\]\n/);
  });

  it('lets pages on the loopback call, and those that it is told, and says of others what to do', async () => {
    const { terminal, welcome, stop } = await start('--origin', 'https://app.example');
    const statuses = [];
    for (const origin of ['http://localhost:5173', 'https://app.example', 'https://other.example']) {
      const headers = { origin, 'access-control-request-method': 'POST' };
      const { status } = await fetch(welcome.url, { method: 'OPTIONS', headers });
      statuses.push(status);
    }
    await stop();
    expect(statuses).toEqual([204, 204, 403]);
    const lines = terminal.text.err.split('\n').map((line) => line.slice(line.indexOf(' ')));
    expect(lines.slice(0, 3)).toEqual([
      ' 204 OPTIONS /websets',
      ' 204 OPTIONS /websets',
      ' 403 OPTIONS /websets [a page from elsewhere, see --origin]',
    ]);
  });

  it('refuses a name that is not of the loopback, which a page can have given it', async () => {
    const { terminal, welcome, stop } = await start();
    const { port } = new URL(welcome.url);
    const status = await new Promise((resolve) => {
      get({ port, path: '/websets/v0', headers: { host: 'rebound.example' } }, (response) => {
        resolve(response.resume().statusCode);
      });
    });
    await stop();
    expect(status).toBe(421);
    expect(terminal.text.err).toMatch(/ 421 GET \/websets\/v0 \[no key, not by a name of the loopback\]\n/);
  });

  it('makes the same ids from the same seed, and other ids from another', async () => {
    const ids: string[] = [];
    for (const seed of ['1', '1', '2']) {
      const running = await start('--seed', seed);
      ids.push(`${running.welcome.webset} ${running.welcome.enrichment}`);
      await running.stop();
    }
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('replaces a recording of its own, and not where no request came', async () => {
    const file = join(folder, 'again.har');
    const hosts = [];
    for (const asks of [true, true, false]) {
      const running = await start('--record', file);
      if (asks) await cancelThere(running);
      expect(await running.stop()).toBe(0);
      expect(running.terminal.text.err).toContain(asks ? 'Wrote 1 exchange to' : 'nothing was written');
      hosts.push(new URL(JSON.parse(await readFile(file, 'utf8')).log.entries[0].request.url).host);
    }
    expect(hosts[1]).not.toBe(hosts[0]);
    expect(hosts[2]).toBe(hosts[1]);
  });

  it('writes a HAR that verify reads, and that holds no key', async () => {
    const file = join(folder, 'new', 'traffic.har');
    const running = await start('--record', file);
    await cancelThere(running);
    await fetch(`${running.welcome.url}/v0/websets/w?api_key=${KEY}`, { headers: { cookie: `s=${KEY}` } });
    expect(await running.stop()).toBe(0);
    expect(running.terminal.text.err).toContain(`Wrote 2 exchanges to ${file}.`);
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain(KEY);
    expect(JSON.parse(text).log.comment).toMatch(/^source: simulator/);
    const verified = await run(['verify', file, '--format', 'json']);
    expect(verified.code).toBe(0);
    const report = JSON.parse(verified.out);
    expect(report.summary).toMatchObject({ exchanges: 2, verified: 1, undocumented: 1 });
    expect(report.recordings).toMatchObject([{ file, source: 'simulator' }]);
  });

  it('answers what verify takes for the simulator’s in any recording', async () => {
    const running = await start();
    const response = await fetch(`${running.welcome.url}/v0/websets/w`);
    await running.stop();
    const [file, at] = [join(folder, 'traffic.json'), ['http://api.exa.ai', '/websets/v0/websets/w']];
    const definition = { scope: at[0], method: 'GET', path: at[1], status: response.status };
    const rawHeaders = Object.fromEntries(response.headers);
    await writeFile(file, JSON.stringify([{ ...definition, response: await response.json(), rawHeaders }]));
    for (const more of [[], ['--shard', '1/1'], ['--workers', '2']]) {
      const { out } = await run(['verify', file, '--format', 'json', ...more]);
      expect(JSON.parse(out).recordings).toMatchObject([{ source: 'simulator' }]);
    }
  });

  it.each([
    ['an unknown scenario', ['--scenario', 'nope'], 'unknown --scenario "nope"'],
    ['a port that is none', ['--port', '70000'], '--port must be a whole number from 0 to 65535'],
    ['a negative port', ['--port', '-1'], '--port must be a whole number from 0 to 65535, not "-1"'],
    ['a negative seed', ['--seed', '-1'], '--seed must be a whole number from 0 to'],
    ['an option for a value', ['--port', '--json'], '--port needs a value'],
    [
      'a delay without end',
      ['--fault', 'delay:ms=1e400'],
      '--fault delay:ms=1e400: ms must be a number of at least 0, not Infinity',
    ],
    [
      'a redirect that is none',
      ['--fault', 'redirect:status=200'],
      '--fault redirect:status=200: status of redirect must be one of 301, 302, 303, 307, 308, not 200',
    ],
    [
      'a fault that breaks nothing',
      ['--fault', 'null-field:field=title'],
      '--fault null-field:field=title: null-field would break no answer with these parameters',
    ],
    ['a seed that is none', ['--seed', 'x'], '--seed must be a whole number'],
    [
      'a negative delay',
      ['--fault', 'delay:ms=-5'],
      '--fault delay:ms=-5: ms must be a number of at least 0, not -5',
    ],
    ['an unknown fault', ['--fault', 'nope:ms=5'], 'unknown --fault "nope"'],
    ['an unknown parameter', ['--fault', 'reset:ms=5'], '--fault reset:ms=5: reset has no "ms"; it takes'],
    [
      'an unknown operation',
      ['--fault', 'reset:on=x'],
      '--fault reset:on=x: unknown operation "x"; known are websets-',
    ],
    [
      'a page instead of its origin',
      ['--origin', 'https://app.example/'],
      'an origin is such as https://app.example, or null; "https://app.example/" is none',
    ],
    ['an argument', ['w'], 'simulate takes options only'],
    ['a file in a file', ['--record', `${import.meta.filename}/x.har`], "can't write"],
    ['a file without a name', ['--record', ''], 'the name of the file to write is empty'],
    ['a file in a folder that takes none', ['--record', '/proc/x.har'], "can't write /proc/x.har"],
    ['a name that is too long', ['--record', join(tmpdir(), `${'x'.repeat(240)}.har`)], "can't write"],
    ['a device', ['--record', '/dev/null'], "can't write /dev/null: it is not a regular file"],
    ['a folder that is not there yet', ['--record', join(tmpdir(), 'x.har/')], 'it is a folder'],
    ['a file that is something else', ['--record', import.meta.filename], 'is no recording of the simulator'],
    ['a folder to write', ['--record', '/'], "can't write /: it is a folder"],
  ])('refuses %s in one line, with exit 2', async (_, args, message) => {
    const { code, out, err } = await run(['simulate', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^exa-enrichments: /);
    expect(err).toContain(message);
    expect(err).toMatch(/^[^\n]+\n$/);
  });

  it('refuses a port that is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await run(['simulate', '--port', String(port)]);
    expect(code).toBe(2);
    expect(err).toContain(`exa-enrichments: port ${port} is in use (try `);
    await new Promise((resolve) => other.close(resolve));
  });
});
