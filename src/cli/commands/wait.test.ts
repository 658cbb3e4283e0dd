import { afterEach, describe, expect, it } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/index.ts';
import { main } from '../main.ts';
import { type Served, serve } from '../simulator.test-support.ts';
import { fakeTerminal, KEY, run } from '../terminal.test-support.ts';

let server: Served;
afterEach(() => server.close());

/** The command that waits, for an enrichment that was canceled already. */
async function waiting(options: SimulatorOptions, ...more: readonly string[]): Promise<string[]> {
  server = await serve(options);
  const { webset, enrichment, at } = server;
  await run(['cancel', webset, enrichment, ...at]);
  return ['wait', webset, enrichment, ...at, ...more];
}

const SOON: SimulatorOptions = { timings: { cancelTakes: 800 } };
const NEVER: SimulatorOptions = { scenario: 'never-confirms' };
const FASTER: SimulatorOptions = { timings: { cancelTakes: null, completesAfterCancel: 0 } };

const methods = (): string[] => server.simulator.requests.map(({ method }) => method);

describe('wait', () => {
  it('reads at once and until it has ended, and sends no cancel', async () => {
    const { code, out, err } = await run(await waiting(SOON));
    expect(code).toBe(0);
    expect(out).toMatch(/^canceled: wenrich_\w+ is canceled after [2-9] reads \(.*\)\n$/);
    expect(err).toMatch(/^pending at read 1, .*\n(?:pending at read .*\n)*canceled at read [2-9], .*\n$/);
    expect(methods()).toEqual(['POST', ...Array.from({ length: methods().length - 1 }, () => 'GET')]);
  });

  it('exits 1 if it ended completed, and does not claim that it was canceled', async () => {
    const { code, out } = await run(await waiting(FASTER));
    expect(code).toBe(1);
    expect(out).toMatch(/^completed: wenrich_\w+ ended completed after 1 read \(.*\)\n$/);
  });

  it('exits 1 if it was not seen to end in time, and tells how to wait on in words of the command line', async () => {
    const { code, out, err } = await run(await waiting(NEVER, '--timeout', '300ms'));
    const { webset, enrichment } = server;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('\nexa-enrichments: Failed to see the enrichment end: the time was up.\n');
    expect(err).toContain(
      `\nWait on, without another cancel:\n  exa-enrichments wait ${webset} ${enrichment}\n`,
    );
    expect(err).not.toContain('waitForEnd');
  });

  it('stops at Ctrl-C with 130', async () => {
    const terminal = fakeTerminal();
    const running = main(await waiting(NEVER), terminal);
    await terminal.told(/pending at read 1/);
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(terminal.text.err).not.toContain('takes no cancel back');
    expect(methods()).toEqual(['POST', 'GET']);
  });

  it.each([
    [0, 'canceled', SOON, []],
    [1, 'completed', FASTER, []],
    [1, 'unconfirmed', NEVER, ['--timeout', '100ms']],
    [1, 'failed', { script: ['ok', 'not-found'] }, []],
  ] as const)('prints one object with --json and exits %i: %s', async (code, outcome, options, more) => {
    const result = await run(await waiting(options as SimulatorOptions, '--json', ...more));
    expect(result.code).toBe(code);
    expect(result.out).toMatch(/^[^\n]+\n$/);
    const { webset, enrichment } = server;
    expect(JSON.parse(result.out)).toMatchObject({ ref: { webset, enrichment }, outcome });
    expect(result.out + result.err).not.toContain(KEY);
  });

  it.each([
    ['one id', ['w'], 'wait needs two ids: exa-enrichments wait <webset> <enrichment>'],
    ['an id that would address something else', ['w', '..'], 'the enrichment id is ".."'],
    ['a time without a unit', ['w', 'e', '--timeout', '30'], '--timeout must be a time such as'],
    ['an option of cancel', ['w', 'e', '--wait'], 'unknown option "--wait"'],
  ])('refuses %s, with exit 2', async (_, args, message) => {
    server = await serve();
    const { code, out, err } = await run(['wait', ...args, ...server.at]);
    expect({ code, out, requests: server.simulator.requestCount }).toEqual({ code: 2, out: '', requests: 0 });
    expect(err).toContain(message);
  });
});
