import { describe, expect, it } from '@jest/globals';
import { diffOf } from './diff-of.ts';

describe('the difference of a generated file', () => {
  it('is none where the texts are the same', () => {
    expect(diffOf('a.js', 'x\n', 'x\n')).toBeUndefined();
  });

  it('shows short lines whole', () => {
    const diff = diffOf('a.js', 'one\ntwo\n', 'one\nthree\n') ?? '';
    expect(diff).toContain('\n-two\n+three\n');
  });

  it('shows of long lines where they differ', () => {
    const [before, after] = ['a'.repeat(20_000), 'b'.repeat(20_000)];
    const diff = diffOf('a.js', `${before}OLD${after}\n`, `${before}NEW!${after}\n`) ?? '';
    const lines = diff.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(200);
    expect(lines.find((line) => line.startsWith('-…'))).toMatch(/^-…\(19\d{3}\) a+OLDb+ …\(19\d{3}\)$/);
    expect(lines.find((line) => line.startsWith('+…'))).toMatch(/^\+…\(19\d{3}\) a+NEW!b+ …\(19\d{3}\)$/);
  });

  it('cuts long lines that stand alone, or around the difference, at their end', () => {
    const long = 'x'.repeat(20_000);
    const diff = diffOf('a.js', `${long}\none\n`, `${long}\none\n${long}\n`) ?? '';
    expect(Math.max(...diff.split('\n').map(({ length }) => length))).toBeLessThan(200);
    expect(diff).toMatch(/^ x{100,} …\(19\d{3}\)$/m);
    expect(diff).toMatch(/^\+x{100,} …\(19\d{3}\)$/m);
  });

  it('has so many lines and no more', () => {
    const text = (letter: string): string =>
      Array.from({ length: 200 }, (_, at) => `${letter}${at}\n`).join('');
    const lines = (diffOf('a.js', text('a'), text('b')) ?? '').split('\n');
    expect(lines).toHaveLength(61);
    expect(lines.at(-1)).toMatch(/^… and \d+ more lines$/);
  });
});
