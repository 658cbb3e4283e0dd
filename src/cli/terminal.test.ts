import { describe, expect, it } from '@jest/globals';
import { fakeTerminal } from './terminal.test-support.ts';
import { canAsk, canRedraw, interruptible, wantsColor } from './terminal.ts';

describe('what can be interrupted', () => {
  it('is told by its signal', async () => {
    const terminal = fakeTerminal();
    const aborted = await interruptible(terminal, async (signal) => {
      terminal.interrupt();
      return signal.aborted;
    });
    expect(aborted).toBe(true);
  });

  it.each([
    ['it is done', async () => 'done'],
    ['it has failed', async () => Promise.reject(new Error('broken'))],
  ])('does not listen any more when %s: Ctrl-C then ends the process', async (_, run) => {
    const terminal = fakeTerminal();
    await interruptible<unknown>(terminal, run).catch(() => undefined);
    expect(() => terminal.interrupt()).toThrow('nobody listens');
  });
});

describe('what a terminal is good for', () => {
  it.each<[boolean, boolean, boolean, Record<string, string>]>([
    // is a terminal, colour, live line
    [true, true, true, {}],
    [false, false, false, {}],
    [true, false, true, { NO_COLOR: '1' }],
    [true, true, true, { NO_COLOR: '' }],
    [false, true, false, { FORCE_COLOR: '1' }],
    [true, false, true, { FORCE_COLOR: '0' }],
    [true, false, true, { NO_COLOR: '1', FORCE_COLOR: '1' }],
    [true, false, false, { TERM: 'dumb' }],
    [true, true, false, { CI: 'true' }],
    [true, true, true, { CI: 'false' }],
  ])('where that it is one is %s: colour %s, a live line %s, by %j', (isTTY, color, redraw, env) => {
    const output = { isTTY, write() {} };
    expect([wantsColor(output, env), canRedraw(output, env)]).toEqual([color, redraw]);
  });

  it('asks nobody in CI', () => {
    expect(canAsk(fakeTerminal({ isTTY: true, input: '', env: {} }))).toBe(true);
    expect(canAsk(fakeTerminal({ isTTY: true, input: '', env: { CI: '1' } }))).toBe(false);
  });
});
