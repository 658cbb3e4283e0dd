import { describe, expect, it } from '@jest/globals';
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

  it('is shown on a terminal, after a second, and taken away', () => {
    const terminal = fakeTerminal({ isTTY: true });
    let now = 0;
    const progress = createProgress(terminal, () => now);
    progress.show(1e6, 1e8);
    expect(terminal.text.err).toBe('');
    now = 1_000;
    progress.show(5e7, 1e8);
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
  ])('is not shown %s', (_, options) => {
    const terminal = fakeTerminal(options);
    let now = 0;
    const progress = createProgress(terminal, () => now);
    now = 5_000;
    progress.show(5e7, 1e8);
    progress.end();
    expect(terminal.text.err).toBe('');
  });
});
