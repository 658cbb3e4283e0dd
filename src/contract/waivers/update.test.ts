import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../finding.test-support.ts';
import type { Finding } from '../finding.ts';
import { parseWaivers } from './read-waivers.ts';
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
        note: 'websets-enrichments-cancel 200 response: /status is not one of the documented values.',
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
  const noted = (message: string): string => `"websets-enrichments-cancel 200 response: ${message}"`;
  const entry = (fingerprint: string, note: string, expires = '2027-01-01'): string =>
    `- fingerprint: ${fingerprint} # kept\n  reason:   r\n  owner: 'o'\n  expires: ${expires}\n` +
    `  check: response-schema-conformance\n  note: "${note}"\n`;
  const renew = (text: string, findings: readonly Finding[]): string =>
    renewWaivers(text, parseWaivers('w.yaml', text), findings).text;
  const inItem = (index: number): Finding =>
    aFinding({ message: `/items/${index}/status is not one of the documented values.` });

  it.each<[string, string, readonly [Finding, ...Finding[]]]>([
    ['its note', NOTE, [aFinding()]],
    ['its note, whatever the index of a list', NOTE.replace('/', '/items/7/'), [inItem(0), inItem(3)]],
    ['operation and place', 'websets-enrichments-cancel, /status', [aFinding({ message: 'Otherwise.' })]],
  ])(
    'gets the one of its finding, by %s, with a note of now, and nothing else of it changes',
    (_, note, findings) => {
      const text = `# ours\n${entry(OLD, note)}`;
      const now = text.replace(OLD, `"${NOW}"`).replace(`"${note}"`, noted(findings[0].message));
      expect(renew(text, findings)).toBe(now);
      const later = findings.map((finding) => ({ ...finding, status: 201, fingerprint: 'b'.repeat(16) }));
      expect(renew(now, later)).toBe(now);
    },
  );

  it('has a note of several lines replaced with its line', () => {
    const text =
      entry(OLD, NOTE).replace(/note: .*/, `note: |-\n    ${NOTE}`) + entry('b'.repeat(16), 'mine');
    const finding = aFinding();
    const now = entry(`"${NOW}"`, NOTE).replace(`"${NOTE}"`, noted(finding.message));
    expect(renew(text, [finding])).toBe(now + entry('b'.repeat(16), 'mine'));
  });

  it.each([
    ['an exchange', {}],
    ['one of several contracts', { contract: 'a' }],
    ['no exchange', { method: '', operationId: undefined, status: 0 }],
  ])('is none that this version wrote, of %s', (_, parts) => {
    const { operationId, ...was } = { ...aFinding(), ...parts };
    const finding = operationId === undefined ? was : { ...was, operationId };
    const { text } = addWaivers('', [], [finding], TODAY);
    const waivers = parseWaivers('w.yaml', text, { unfinished: 'allow' });
    const later = { ...finding, status: 201, fingerprint: 'b'.repeat(16) };
    expect(renewWaivers(text, waivers, [later])).toEqual({ text, waivers, renewed: [] });
  });

  it('tells operation, status, target and contract in its note', () => {
    const { text } = addWaivers('', [], [aFinding({ contract: 'Ours', target: 'request' })], TODAY);
    expect(text).toContain('note: "Ours websets-enrichments-cancel 200 request: /status');
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
    const renewed = entry(`"${NOW}"`, NOTE, '2027-01-01').replace(`"${NOTE}"`, noted(aFinding().message));
    expect(renew(text, [aFinding()])).toBe(entry(OLD, NOTE, '2028-01-01') + renewed);
  });
});
