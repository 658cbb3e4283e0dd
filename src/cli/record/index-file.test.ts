import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Provenance } from '../../contract/recordings/index.ts';
import { parseIndex } from './index-file.ts';

const INDEX = `# Where each comes from; a line that is very long stays so, whatever the width that a writer of YAML would choose by itself.
recordings:
  - file: a.json # the first
    source: live
    date: 2026-01-02
    shows: >-
      A cancel,
      folded here and not elsewhere.

  # about b
  - file: b.json
    source: transcribed
    date: "2026-01-03"
    shows: 'x'
more: 1
`;

const entry = (file: string): Provenance => ({
  file,
  source: 'simulator',
  date: '2026-11-23',
  shows: 'A cancel: "quoted" # and more',
});

describe('the text of an index', () => {
  it('tells what it says of a recording', () => {
    expect(parseIndex(INDEX, 'a.json')?.entry).toEqual({
      file: 'a.json',
      source: 'live',
      date: '2026-01-02',
      shows: 'A cancel, folded here and not elsewhere.',
    });
    expect(parseIndex(INDEX, 'c.json')?.entry).toBeUndefined();
  });

  it.each(['a.json', 'b.json', 'c.json'])('takes an entry for %s, and leaves the rest as it is', (file) => {
    const text = parseIndex(INDEX, file)?.put(entry(file)) ?? '';
    const before = parse(INDEX);
    const others = before.recordings.filter((other: Provenance) => other.file !== file);
    const after = parse(text);
    expect(after.recordings).toContainEqual(entry(file));
    expect(after.recordings).toHaveLength(others.length + 1);
    expect(after).toMatchObject({ more: 1, recordings: expect.arrayContaining(others) });
    const kept = INDEX.split('\n').filter((line) => text.split('\n').includes(line));
    expect(kept.length).toBeGreaterThanOrEqual(INDEX.split('\n').length - 6);
    expect(text).toContain('whatever the width that a writer of YAML would choose by itself.');
    expect(text).toContain('  # about b');
  });

  it('comes to the same when it takes an entry twice', () => {
    const once = parseIndex(INDEX, 'c.json')?.put(entry('c.json')) ?? '';
    expect(parseIndex(once, 'c.json')?.put(entry('c.json'))).toBe(once);
  });

  it.each(['recordings:\n', 'recordings:', '- a\n', 'a: 1\n', 'recordings: {}\n', 'recordings: [\n'])(
    'is one, or not: %j',
    (text) => {
      const index = parseIndex(text, 'a.json');
      expect(index !== undefined).toBe(/^recordings:\n?$/.test(text));
      if (index) expect(parse(index.put(entry('a.json')))).toEqual({ recordings: [entry('a.json')] });
    },
  );
});
