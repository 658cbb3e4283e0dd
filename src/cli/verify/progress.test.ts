import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fakeTerminal } from '../terminal.test-support.ts';
import { createProgress, progressText } from './progress.ts';

describe('the progress of a run', () => {
  it.each([
    [0, 204e6, 1_000, '░░░░░░░░░░░░░░░░░░░░░░░░ 0 %, 0.0 of 204 MB'],
    [51e6, 204e6, 2_000, '██████░░░░░░░░░░░░░░░░░░ 25 %, 51 of 204 MB, 6 s left'],
    [250e6, 204e6, 2_000, '████████████████████████ 100 %, 204 of 204 MB, 0 s left'],
    [51e6, 0, 2_000, 'verifying 51 MB'],
  ])('%d of %d bytes in %d ms', (read, total, elapsed, text) => {
    expect(progressText(read, total, elapsed)).toBe(text);
  });

  describe('on a screen', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it('is shown on a terminal, after a second, whether or not anything is read then, and taken away', () => {
      const terminal = fakeTerminal({ isTTY: true });
      const progress = createProgress(terminal);
      progress.show(5e7, 1e8);
      jest.advanceTimersByTime(999);
      expect(terminal.text.err).toBe('');
      jest.advanceTimersByTime(1);
      expect(terminal.text.err).toContain(' 50 %, 50 of 100 MB, 1 s left');
      const shown = terminal.text.err;
      // Each read is told here: the line tells the newest when it is drawn, and is not begun anew.
      for (let read = 50e6; read < 60e6; read += 1e6) progress.show(read, 1e8);
      expect(terminal.text.err).toBe(shown);
      progress.end();
      expect(terminal.text.err.endsWith('\r\u001b[2K')).toBe(true);
    });

    it.each([
      ['in a pipe', { isTTY: false }],
      ['on a terminal that can not redraw', { isTTY: true, env: { TERM: 'dumb' } }],
      ['where it is over before', { isTTY: true }],
    ])('is not shown %s', (what, options) => {
      const terminal = fakeTerminal(options);
      const progress = createProgress(terminal);
      progress.show(5e7, 1e8);
      if (what.startsWith('where')) progress.end();
      jest.advanceTimersByTime(5_000);
      progress.end();
      expect(terminal.text.err).toBe('');
    });
  });
});
