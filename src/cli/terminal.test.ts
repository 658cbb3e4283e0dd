import { describe, expect, it } from '@jest/globals';
import { fakeTerminal } from './terminal.test-support.ts';
import { interruptible } from './terminal.ts';

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
