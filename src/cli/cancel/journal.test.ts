import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openJournal, type RunKind } from './journal.ts';
import type { JournalEntry } from './journal-entries.ts';
import { type Known, keyOf } from './journal-entries.ts';

const KIND: RunKind = { baseUrl: 'https://api.exa.ai/websets', wait: false };
const [A, B, C] = ['a', 'b', 'c'].map((enrichment) => ({ webset: 'w', enrichment })) as [Ref, Ref, Ref];
type Ref = { webset: string; enrichment: string };
type Line = Omit<JournalEntry, 'at' | keyof Ref>;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-journal-'));
  file = join(folder, 'journal.ndjson');
});
afterEach(() => rm(folder, { recursive: true }));

async function written(...refs: readonly Ref[]): Promise<void> {
  const journal = await openJournal(file, KIND, () => 0);
  for (const ref of refs) await journal.append({ ...ref, outcome: 'accepted' });
  await journal.close();
}

/** Which of the three are settled, as a new run sees it. */
async function settled(): Promise<string> {
  const journal = await openJournal(file, KIND, () => 0);
  await journal.close();
  return [A, B, C]
    .filter((ref) => journal.known.get(keyOf(ref)) === 'settled')
    .map(({ enrichment }) => enrichment)
    .join('');
}

describe('a journal', () => {
  it('starts with what kind of run it is of, and has a line for each result', async () => {
    await written(A);
    expect(await readFile(file, 'utf8')).toBe(
      '{"journal":"exa-enrichments cancel","version":1,"baseUrl":"https://api.exa.ai/websets","wait":false,"startedAt":"1970-01-01T00:00:00.000Z"}\n' +
        '{"webset":"w","enrichment":"a","outcome":"accepted","at":"1970-01-01T00:00:00.000Z"}\n',
    );
  });

  it('is gone on with, and not begun again', async () => {
    await written(A);
    await written(B);
    expect(await settled()).toBe('ab');
    expect((await readFile(file, 'utf8')).match(/"journal"/g)).toHaveLength(1);
  });

  const failed = (code: string, mayHaveSucceeded: boolean): Line => ({
    outcome: 'failed',
    error: { code, message: 'It failed.', mayHaveSucceeded },
  });
  const line = (outcome: Line['outcome']): Line => ({ outcome });

  it.each<[Known, readonly Line[]]>([
    ['settled', [line('accepted')]],
    ['settled', [line('canceled')]],
    ['completed', [line('completed')]],
    ['in doubt', [line('intended')]],
    ['in doubt', [line('unconfirmed')]],
    ['in doubt', [line('interrupted')]],
    ['in doubt', [failed('connection', true)]],
    ['in doubt', [failed('bad-request', false)]],
    ['in doubt', [failed('conflict', false)]],
    ['in doubt', [failed('status', false)]],
    ['open', [failed('not-found', false)]],
    ['open', [failed('authentication', false)]],
    ['settled', [line('intended'), line('accepted')]],
    ['open', [line('intended'), failed('not-found', false)]],
    ['in doubt', [line('intended'), failed('server', true), line('intended')]],
    ['settled', [line('unconfirmed'), line('canceled')]],
  ])('knows of a reference that it is %s by the last of its lines: %j', async (known, lines) => {
    const journal = await openJournal(file, KIND);
    for (const entry of lines) await journal.append({ ...A, ...entry });
    await journal.append({ ...B, outcome: 'canceled' });
    await journal.close();
    const next = await openJournal(file, KIND);
    await next.close();
    expect(next.known.get(keyOf(A))).toBe(known);
  });

  it('has its lines whole and in the order in which they came, however many come at a time', async () => {
    const journal = await openJournal(file, KIND);
    const refs = Array.from({ length: 200 }, (_, index) => ({ webset: 'w', enrichment: `e${index}` }));
    await Promise.all(refs.map((ref) => journal.append({ ...ref, outcome: 'intended' })));
    await journal.close();
    const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines.map((text) => JSON.parse(text).enrichment)).toEqual(refs.map((ref) => ref.enrichment));
  });

  it.each([
    ['a half-written entry is dropped', '{"webset":"w","enrichment":"b","outc', 'a'],
    ['zeros, as a crash of the machine leaves them, are dropped', '\0\0\0\0', 'a'],
    [
      'an entry cut within a character is dropped',
      Buffer.from('{"webset":"w","enrichment":"ü').subarray(0, -1),
      'a',
    ],
    [
      'an entry that lacks only its line break counts',
      '{"webset":"w","enrichment":"b","outcome":"accepted"}',
      'ab',
    ],
  ])('is whole again after a torn last line: %s', async (_, torn, expected) => {
    await written(A);
    await appendFile(file, torn);
    await written(C);
    expect(await settled()).toBe(`${expected}c`);
    for (const line of (await readFile(file, 'utf8')).trimEnd().split('\n')) JSON.parse(line);
  });

  it.each([
    '{',
    '{"journal":"exa-enrichments ca',
    '{"journal":"exa-enrichments cancel","version":1,"baseUrl":"ht',
  ])('is begun anew where not even its first line was written whole: %s', async (torn) => {
    await writeFile(file, torn);
    await written(A);
    expect(await settled()).toBe('a');
    expect(await readFile(file, 'utf8')).toMatch(/^\{"journal":[^\n]+\n[^\n]+\n$/);
  });

  it.each([
    [
      'a file of something else',
      '{"webset":"w","enrichment":"a"}\n',
      /journal.ndjson is not a journal of cancels/,
    ],
    ['a later version', '{"journal":"exa-enrichments cancel","version":2}\n', /is not a journal/],
    ['a text', 'Dear Sir\n', /is not a journal/],
    ['a text without a line break', '{"journal": "mine"', /is not a journal/],
  ])('is not made of %s, which stays as it is', async (_, text, message) => {
    await writeFile(file, text);
    await expect(openJournal(file, KIND)).rejects.toThrow(message);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('is refused where a line in its middle is broken', async () => {
    await written(A);
    await appendFile(file, '{"webset":\n');
    await written(B).catch(() => undefined);
    await expect(openJournal(file, KIND)).rejects.toThrow('line 3 is no entry of a journal');
  });

  it.each([
    [{ ...KIND, wait: true }, 'is the journal of a run without --wait'],
    [
      { ...KIND, baseUrl: 'http://127.0.0.1:1/websets' },
      'is the journal of a run against https://api.exa.ai/websets',
    ],
  ])('is not that of a run %j', async (kind, message) => {
    await written(A);
    await expect(openJournal(file, kind)).rejects.toThrow(message);
  });

  it('says where it can not be written', async () => {
    await expect(openJournal(join(folder, 'no', 'such', 'folder'), KIND)).rejects.toThrow(
      "can't be written: there is no such folder",
    );
    await expect(openJournal('/dev/full', KIND)).rejects.toThrow('/dev/full is not a regular file');
    await expect(openJournal(folder, KIND)).rejects.toThrow('is a folder');
  });
});
