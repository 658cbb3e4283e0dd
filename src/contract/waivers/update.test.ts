import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../finding.test-support.ts';
import { parseWaivers } from './read.ts';
import { addWaivers } from './update.ts';

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
