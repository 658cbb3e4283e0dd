import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Served, serve } from './simulator.test-support.ts';
import { KEY } from './terminal.test-support.ts';

const BIN = fileURLToPath(new URL('bin.ts', import.meta.url));

interface Running {
  readonly process: ChildProcess;
  readonly text: { out: string; err: string };
  /** How it ended: the exit code, or the signal that killed it. */
  readonly end: Promise<number | string>;
  /** Resolves once it has written this. */
  wrote(stream: 'out' | 'err', pattern: RegExp): Promise<void>;
}

const running: Running[] = [];

function start(...args: readonly string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', BIN, ...args], {
    env: { ...process.env, EXA_API_KEY: KEY, NO_COLOR: '1' },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    text.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text.err += chunk;
  });
  const started: Running = {
    process: child,
    text,
    end: once(child, 'close').then(([code, signal]) => code ?? signal),
    async wrote(stream, pattern) {
      const source = stream === 'out' ? child.stdout : child.stderr;
      while (!pattern.test(text[stream])) {
        const more = await Promise.race([once(source, 'data'), started.end]);
        if (!Array.isArray(more)) throw new Error(`ended with ${more} before ${pattern}: ${text.err}`);
      }
    },
  };
  running.push(started);
  return started;
}

let server: Served;
beforeEach(async () => {
  server = await serve({ scenario: 'never-confirms' });
});
afterEach(async () => {
  for (const { process: child } of running.splice(0)) child.kill('SIGKILL');
  await server.close();
});

const waiting = (): Running => start('cancel', server.webset, server.enrichment, '--wait', ...server.at);

describe('the command as a process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops a wait at %s with 130, and tells what stands',
    async (signal) => {
      const { process: child, text, end, wrote } = waiting();
      await wrote('err', /pending at read 1/);
      child.kill(signal);
      expect(await end).toBe(130);
      expect(text.err).toContain('takes no cancel back');
    },
  );

  it('ends when it is done, whatever connections it had, and holds no key in what it says', async () => {
    const { text, end } = start('get', server.webset, server.enrichment, '--json', ...server.at);
    expect(await end).toBe(0);
    expect(JSON.parse(text.out).enrichment.status).toBe('pending');
    expect(text.out + text.err).not.toContain(KEY);
  });

  it('serves until it is told to stop, which is no failure', async () => {
    const { process: child, text, end, wrote } = start('simulate', '--json');
    await wrote('out', /\n/);
    await fetch(JSON.parse(text.out).url);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(text.err).toContain('Stopped after 1 request.');
  });

  it.each(['stdout', 'stderr'] as const)('goes on where nobody reads its %s any more', async (name) => {
    const { process: child, end } = start('simulate');
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
    child[name]?.destroy();
    const url = /Simulator +(\S+)/.exec(running[0]?.text.out ?? '')?.[1] ?? '';
    // Each request is a line on stderr.
    for (let request = 0; request < 3; request++) await fetch(`${url}/v0`);
    child.kill('SIGINT');
    expect(await end).toBe(0);
  });

  it('does not crash where its reader leaves in the middle', async () => {
    const { process: child, text, end } = start('--help');
    child.stdout?.destroy();
    expect(await end).toBe(0);
    expect(text.err).toBe('');
  });

  it('lets go of a pipe that stays open', async () => {
    const { process: child, end, wrote } = start('cancel', '--from', '-', '--wait', ...server.at);
    child.stdin?.write(`{"webset":"${server.webset}","enrichment":"none"}\n`);
    await wrote('err', /failed: none/);
    child.kill('SIGINT');
    expect(await end).toBe(130);
  });
});
