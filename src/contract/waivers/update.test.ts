import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../finding.test-support.ts';
import type { Finding } from '../finding.ts';
import { parseWaivers } from './read.ts';
import { addWaivers, renewWaivers } from './update.ts';

const TODAY = '2026-11-23';

describe('new waivers', () => {
  it('are written once for equal findings, for a person to finish', () => {
    const { text, added } = addWaivers('', [], [aFinding(), aFinding()], TODAY);
    expect(added).toBe(1);
    expect(() => parseWaivers('w.yaml', text)).toThrow('reason is still TODO');
    const finished = text.replace('reason: TODO', 'reason: Promised.').replace('owner: TODO', 'owner: ada');
    expect(parseWaivers('w.yaml', finished)).toEqual([
      expect.objectContaining({
        fingerprint: '0123456789abcdef',
        expires: '2027-02-21',
        check: 'response-schema-conformance',
        note: 'websets-enrichments-cancel: /status is not one of the documented values.',
      }),
    ]);
  });

  it('leave what is there as it is, comments included', () => {
    const old = `# ours\n- fingerprint: "aaaaaaaaaaaaaaaa"\n  reason: r # because\n  owner: o\n  expires: 2027-01-01\n`;
    const { text } = addWaivers(old, parseWaivers('w.yaml', old), [aFinding()], TODAY);
    expect(text.startsWith(old)).toBe(true);
    expect(parseWaivers('w.yaml', text, { unfinished: 'allow' })).toHaveLength(2);
  });

  it.each([
    ['known already', aFinding({ fingerprint: 'aaaaaaaaaaaaaaaa' })],
    ['waived already', aFinding({ waivedBy: 'ada' })],
    ['of a check that crashed', aFinding({ check: 'check-crashed' })],
    ['of a waiver', aFinding({ check: 'unused-waiver' })],
  ])('are not written for a finding that is %s', (_, finding) => {
    const old = `- fingerprint: aaaaaaaaaaaaaaaa\n  reason: r\n  owner: o\n  expires: 2027-01-01\n`;
    expect(addWaivers(old, parseWaivers('w.yaml', old), [finding], TODAY)).toEqual({ text: old, added: 0 });
  });

  it('hold hostile messages and fingerprints of digits', () => {
    const message = 'a: "b" # c\n- fingerprint: \u001b[31m';
    const { text } = addWaivers('', [], [aFinding({ message, fingerprint: '1234567890123456' })], TODAY);
    const [waiver] = parseWaivers('w.yaml', text, { unfinished: 'allow' });
    expect(waiver).toMatchObject({ fingerprint: '1234567890123456', note: expect.stringContaining(message) });
    expect(text).not.toContain('\u001b');
  });
});

describe('a waiver with a fingerprint of an earlier version', () => {
  const OLD = 'aaaaaaaaaaaaaaaa';
  const NOW = aFinding().fingerprint;
  const NOTE = 'websets-enrichments-cancel: /status is not one of the documented values.';
  const entry = (fingerprint: string, note: string, expires = '2027-01-01'): string =>
    `- fingerprint: ${fingerprint} # kept\n  reason:   r\n  owner: 'o'\n  expires: ${expires}\n` +
    `  check: response-schema-conformance\n  note: "${note}"\n`;
  const renew = (text: string, findings: readonly Finding[]): string =>
    renewWaivers(text, parseWaivers('w.yaml', text), findings).text;
  const inItem = (index: number): Finding =>
    aFinding({ message: `/items/${index}/status is not one of the documented values.` });

  it.each<[string, string, readonly Finding[]]>([
    ['its note', NOTE, [aFinding()]],
    ['its note, whatever the index of a list', NOTE.replace('/', '/items/7/'), [inItem(0), inItem(3)]],
    ['operation and place', 'websets-enrichments-cancel, /status', [aFinding({ message: 'Otherwise.' })]],
  ])('gets the one of its finding, by %s, and nothing else of it changes', (_, note, findings) => {
    const text = `# ours\n${entry(OLD, note)}`;
    expect(renew(text, findings)).toBe(text.replace(OLD, `"${NOW}"`));
  });

  it.each<[string, string, readonly Finding[]]>([
    ['its own finding is there', entry(OLD, NOTE), [aFinding({ fingerprint: OLD }), aFinding()]],
    ['another waiver names the finding', entry(OLD, NOTE) + entry(NOW, 'x'), [aFinding()]],
    ['two kinds are called alike', entry(OLD, NOTE), [aFinding(), aFinding({ fingerprint: 'b'.repeat(16) })]],
    ['the finding is of another check', entry(OLD, NOTE), [aFinding({ check: 'malformed-body' })]],
    ['the note is another', entry(OLD, 'mine'), [aFinding()]],
    ['it has no note', entry(OLD, NOTE).replace(/ {2}note.*\n/, ''), [aFinding()]],
    ['it has no check', entry(OLD, NOTE).replace(/ {2}check.*\n/, ''), [aFinding()]],
  ])('stays as it is where %s', (_, text, findings) => {
    expect(renew(text, findings)).toBe(text);
  });

  it('that names the same as another yields to the one that expires first', () => {
    const text = entry(OLD, NOTE, '2028-01-01') + entry('b'.repeat(16), NOTE, '2027-01-01');
    expect(renew(text, [aFinding()])).toBe(text.replace('b'.repeat(16), `"${NOW}"`));
  });
});
