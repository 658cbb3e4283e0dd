import { afterEach, describe, expect, it } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/index.ts';
import { main } from '../main.ts';
import { type Served, serve } from '../simulator.test-support.ts';
import { fakeTerminal, KEY, run } from '../terminal.test-support.ts';

const servers: Served[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options?: SimulatorOptions): Promise<Served> {
  const server = await serve(options);
  servers.push(server);
  return server;
}

function cancelArgs({ webset, enrichment, at }: Served, ...more: readonly string[]): string[] {
  return ['cancel', webset, enrichment, ...at, ...more];
}

/** Canceled so soon that the first read sees it. */
const SOON: SimulatorOptions = { timings: { cancelTakes: 500 } };

describe('cancel', () => {
  it('tells that accepted is not done, and exits 0', async () => {
    const server = await start();
    const { code, out, err } = await run(cancelArgs(server));
    expect(code).toBe(0);
    expect(out).toMatch(/^accepted: wenrich_\w+ was asked to cancel, and is still pending \(.*\)\n$/);
    expect(err).toBe(
      `Accepted is not done: it may still end completed. See how it ends:\n  exa-enrichments get ${server.webset} ${server.enrichment}\n`,
    );
  });

  it.each<[why: string, args: readonly string[], env: Record<string, string>, error: object]>([
    ['there is no key', ['w', 'e'], {}, { code: 'usage' }],
    ['the key is not usable', ['w', 'e'], { EXA_API_KEY: 'a b' }, { code: 'configuration' }],
    ['an id addresses something else', ['w', '..'], { EXA_API_KEY: KEY }, { code: 'invalid-argument' }],
    ['there are too many ids', ['w', 'e', 'f'], { EXA_API_KEY: KEY }, { code: 'usage' }],
  ])('prints one object with --json also when %s', async (_, args, env, error) => {
    for (const command of ['cancel', 'get']) {
      const { code, out } = await run([command, ...args, '--json'], { env });
      expect(code).toBe(2);
      expect(out).toMatch(/^[^\n]+\n$/);
      const [webset, enrichment] = args;
      expect(JSON.parse(out)).toMatchObject({ outcome: 'failed', error });
      expect(JSON.parse(out).ref).toEqual(args.length === 2 ? { webset, enrichment } : undefined);
    }
  });

  it('checks --base-url also with --dry-run', async () => {
    const args = ['cancel', 'w', 'e', '--dry-run', '--base-url', 'http://api.example.test'];
    expect(await run(args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('must be https'),
    });
  });

  it('waits until it is canceled, a line for each read where nobody looks on', async () => {
    const server = await start(SOON);
    const { code, out, err } = await run(cancelArgs(server, '--wait'));
    expect(code).toBe(0);
    expect(out).toMatch(/^canceled: wenrich_\w+ is canceled after 1 read \(.*\)\n$/);
    expect(err).toMatch(/^canceled at read 1, .*\n$/);
  });

  it('shows a person one line that is written over, and takes it away at the end', async () => {
    const server = await start(SOON);
    const { code, out, err } = await run(cancelArgs(server, '--wait'), {
      isTTY: true,
      env: { EXA_API_KEY: KEY },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^canceled: [^\n]+\n$/);
    expect(err).toContain('asking for the cancel');
    expect(err).toContain('Ctrl-C ends the wait alone');
    expect(err).not.toContain('\n');
    expect(err.endsWith('\r\x1b[2K')).toBe(true);
  });

  it('exits 1 if the enrichment was faster', async () => {
    const server = await start({ timings: { cancelTakes: null, completesAfterCancel: 300 } });
    const { code, out } = await run(cancelArgs(server, '--wait'));
    expect(code).toBe(1);
    expect(out).toMatch(/^completed: .* ended completed: it was faster than the cancel/);
  });

  it('exits 1 if it was not seen to end in time, and tells how to look', async () => {
    const server = await start({ scenario: 'never-confirms' });
    const { code, out, err } = await run(cancelArgs(server, '--wait', '--timeout', '1200ms'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('pending at read 1');
    expect(err).toContain('exa-enrichments: Failed to confirm the cancel: the time was up.');
    expect(err).toContain(
      `See what became of it:\n  exa-enrichments get ${server.webset} ${server.enrichment}`,
    );
    expect(err).toContain(`exa-enrichments wait ${server.webset} ${server.enrichment}\n`);
    expect(err).not.toContain('waitForEnd');
  });

  it.each([
    [404, 'not-found', /the server answered 404 .* Check both ids/],
    [400, 'bad-key', /the server answered 400 .* Check the API key/],
    [402, 'no-credits', /the server answered 402 .* Credits or a budget are spent/],
  ] as const)('exits 1 and says what to do at a %i', async (_, scenario, message) => {
    const { code, out, err } = await run(cancelArgs(await start({ scenario })));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
    expect(err).toMatch(/^exa-enrichments: [^\n]+\n$/);
  });

  it('tells of each retry', async () => {
    const { code, err } = await run(cancelArgs(await start({ script: ['overloaded'] })));
    expect(code).toBe(0);
    expect(err).toMatch(/answered 503 .* Trying again in \d+ ms\.\n/);
  });

  it.each([400, 409] as const)('can be sent again, where %i answers a second one', async (secondCancel) => {
    const server = await start({ ...SOON, assumptions: { secondCancel } });
    const args = cancelArgs(server, '--wait', '--timeout', '3s');
    expect((await run(cancelArgs(server))).code).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await run(args)).toMatchObject({ code: 0, out: expect.stringMatching(/^canceled: /) });
  });

  it('says that the address is wrong where the server knows no such path, in words of the command line', async () => {
    const server = await start();
    const [option, url] = server.at;
    const address = [option, url.replace(/\/websets$/, '')];
    const { code, err } = await run(['cancel', server.webset, server.enrichment, ...address]);
    expect(code).toBe(1);
    expect(err).toContain(
      'The server knows no such path: check --base-url, which by default ends in /websets.',
    );
  });

  it('stops at Ctrl-C with 130, and says that this takes no cancel back', async () => {
    const server = await start();
    const terminal = fakeTerminal();
    const running = main(cancelArgs(server, '--wait'), terminal);
    await terminal.told(/pending at read 1/);
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(terminal.text.out).toBe('');
    expect(terminal.text.err).toContain('The cancel was accepted before, and stands.');
    expect(terminal.text.err).toContain('takes no cancel back');
    expect(server.simulator.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('sends nothing with --dry-run, and needs no key', async () => {
    const server = await start();
    const { code, out } = await run(cancelArgs(server, '--dry-run'), { env: {} });
    expect({ code, out }).toEqual({
      code: 0,
      out: `would-cancel: ${server.enrichment} would be asked to cancel\n`,
    });
    expect(server.simulator.requestCount).toBe(0);
  });

  describe('--json', () => {
    it.each([
      [0, 'accepted', {}, []],
      [0, 'canceled', SOON, ['--wait']],
      [0, 'canceled', { scenario: 'instant' }, []],
      [1, 'completed', { scenario: 'cancel-completed-200' }, []],
      [1, 'failed', { scenario: 'not-found' }, []],
      [1, 'unconfirmed', { scenario: 'never-confirms' }, ['--wait', '--timeout', '100ms']],
      [1, 'unconfirmed', { script: ['ok', 'not-found'] }, ['--wait']],
      [0, 'would-cancel', {}, ['--dry-run']],
    ] as const)('prints one object and exits %i: %s', async (code, outcome, options, more) => {
      const server = await start(options as SimulatorOptions);
      const result = await run(cancelArgs(server, '--json', ...more));
      expect(result.code).toBe(code);
      expect(result.out).toMatch(/^[^\n]+\n$/);
      const { webset, enrichment } = server;
      expect(JSON.parse(result.out)).toMatchObject({ ref: { webset, enrichment }, outcome });
      expect(result.out + result.err).not.toContain(KEY);
    });

    it.each<[string, SimulatorOptions['script'], string]>([
      ['an answer of 500', ['internal-error', 'unprocessable'], 'failed'],
      ['an answer of 502', ['bad-gateway', 'unprocessable'], 'failed'],
      ['a reset', ['reset', 'unprocessable'], 'failed'],
      ['an answer that it was taken', ['ok', 'unprocessable'], 'unconfirmed'],
    ])('takes a refusal after %s for what it is', async (_, script = [], outcome) => {
      const { code, out } = await run(cancelArgs(await start({ script }), '--json', '--wait'));
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        outcome,
        enrichment: { status: 'pending' },
        error: { status: 422, mayHaveSucceeded: true },
      });
    });

    it('tells of a cancel that is not confirmed all that is documented, and no more', async () => {
      const server = await start({ scenario: 'never-confirms' });
      const { webset, enrichment } = server;
      const { out } = await run(cancelArgs(server, '--json', '--wait', '--timeout', '1500ms'));
      const report = JSON.parse(out);
      expect(report).toEqual({
        ref: { webset, enrichment },
        outcome: 'unconfirmed',
        polls: report.error.polls,
        elapsedMs: expect.any(Number),
        enrichment: report.error.enrichment,
        error: expect.objectContaining({ code: 'cancel-not-confirmed' }),
      });
      expect(report.polls).toBeGreaterThan(0);
      expect(report.enrichment).toMatchObject({ id: enrichment, status: 'pending' });
      expect(report.elapsedMs).toBeGreaterThanOrEqual(1_000);
    });

    it('tells of one that is canceled how it was seen, after how many reads and how long', async () => {
      const server = await start(SOON);
      const { webset, enrichment } = server;
      const { out } = await run(cancelArgs(server, '--json', '--wait'));
      expect(JSON.parse(out)).toEqual({
        ref: { webset, enrichment },
        outcome: 'canceled',
        polls: 1,
        elapsedMs: expect.any(Number),
        enrichment: expect.objectContaining({ id: enrichment, status: 'canceled' }),
      });
    });

    it('says what failed', async () => {
      const { out } = await run(cancelArgs(await start({ scenario: 'not-found' }), '--json'));
      expect(JSON.parse(out).error).toMatchObject({
        name: 'NotFoundError',
        code: 'not-found',
        status: 404,
        attempts: 1,
      });
    });
  });

  it.each([
    ['one id', ['cancel', 'w'], 'cancel needs two ids'],
    ['three ids', ['cancel', 'w', 'e', 'x'], 'cancel needs two ids'],
    ['an id that would address the whole Webset', ['cancel', 'w', '..'], 'the enrichment id is ".."'],
    ['an empty id', ['cancel', '', 'e'], 'the webset id is empty'],
    ['a time without a unit', ['cancel', 'w', 'e', '--timeout', '30'], '--timeout must be a time such as'],
    [
      'a limit of failures for one',
      ['cancel', 'w', 'e', '--max-failures', '1'],
      '--max-failures goes with --from',
    ],
    [
      'a pace for one',
      ['cancel', 'w', 'e', '--requests-per-second', '1'],
      '--requests-per-second goes with --from',
    ],
    [
      'no failures at most',
      ['cancel', '--from', 'f', '--max-failures', '0'],
      '--max-failures must be a whole number from 1',
    ],
    ['a journal for one', ['cancel', 'w', 'e', '--journal', 'j'], '--journal goes with --from'],
    [
      'a plain http server',
      ['cancel', 'w', 'e', '--base-url', 'http://example.com'],
      '--base-url must be https',
    ],
    ['ids beside a file', ['cancel', 'w', 'e', '--from', 'f'], '--from takes the place of the two ids'],
    [
      'too much at a time',
      ['cancel', '--from', 'f', '--concurrency', '0'],
      '--concurrency must be a whole number',
    ],
  ])('refuses %s before anything is sent, with exit 2', async (_, args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});
