import { describe, expect, it } from '@jest/globals';
import { createLiveLine } from './live-line.ts';
import { fakeTerminal } from './terminal.test-support.ts';

const ERASE = '\r\x1b[2K';

describe('the live line', () => {
  it('is written over on a terminal, keeps what is said above it, and leaves nothing', () => {
    const terminal = fakeTerminal({ isTTY: true });
    const live = createLiveLine(terminal);
    live.show(() => 'at work');
    live.step('a step');
    live.say('A word.');
    live.end();
    live.end();
    const drawn = (frame: string): string => `${ERASE}\x1b[?7l${frame} at work\x1b[?7h`;
    expect(terminal.text.err).toBe(`${drawn('⠋')}${ERASE}A word.\n${drawn('⠙')}${ERASE}`);
  });

  it.each([
    ['a pipe', { isTTY: false }],
    ['a terminal that knows no escape codes', { isTTY: true, env: { TERM: 'dumb' } }],
  ])('is plain lines on %s', (_, options) => {
    const terminal = fakeTerminal(options);
    const live = createLiveLine(terminal);
    live.show(() => 'at work');
    live.step('a step');
    live.say('A word.');
    live.end();
    expect(terminal.text.err).toBe('a step\nA word.\n');
  });

  it('is drawn anew while it is shown, and not after', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const live = createLiveLine(terminal);
    live.show(() => 'at work');
    await new Promise((resolve) => setTimeout(resolve, 300));
    live.end();
    const { length } = terminal.text.err;
    expect(terminal.text.err.split('at work').length).toBeGreaterThan(2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(terminal.text.err).toHaveLength(length);
  });
});
