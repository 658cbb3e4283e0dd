import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../finding.test-support.ts';
import { applyWaivers } from './apply.ts';
import type { Waiver } from './waiver.ts';

const TODAY = '2026-11-23';

function aWaiver(parts: Partial<Waiver> = {}): Waiver {
  return {
    fingerprint: aFinding().fingerprint,
    reason: 'The fix is promised.',
    owner: 'ada',
    expires: '2027-01-31',
    place: { file: 'waivers.yaml', line: 3, column: 3, pointer: '/0' },
    ...parts,
  };
}

describe('a waiver', () => {
  it('covers every finding with its fingerprint, and the findings stay', () => {
    const findings = [aFinding(), aFinding({ recording: { file: 'b.json', index: 4 } })];
    expect(applyWaivers(findings, [aWaiver()], TODAY)).toEqual(
      findings.map((finding) => ({ ...finding, waivedBy: 'ada' })),
    );
  });

  it('leaves other findings alone', () => {
    const other = aFinding({ fingerprint: 'fedcba9876543210' });
    expect(applyWaivers([other, aFinding()], [aWaiver()], TODAY)[0]).toBe(other);
  });

  it.each([
    [TODAY, 'ada', []],
    ['2026-11-22', undefined, ['expired-waiver warning']],
  ])('that expires on %s is on that day or the next: %j, %j', (expires, waivedBy, said) => {
    const [finding, ...rest] = applyWaivers([aFinding()], [aWaiver({ expires })], TODAY);
    expect(finding?.waivedBy).toBe(waivedBy);
    expect(rest.map(({ check, severity }) => `${check} ${severity}`)).toEqual(said);
  });

  it('that nothing needs is a finding at its place', () => {
    expect(applyWaivers([], [aWaiver()], TODAY)).toEqual([
      expect.objectContaining({
        check: 'unused-waiver',
        severity: 'warning',
        message: 'No finding has this fingerprint: delete the waiver.',
        spec: { file: 'waivers.yaml', line: 3, column: 3, pointer: '/0' },
        recording: { file: 'waivers.yaml', index: 0 },
        received: '0123456789abcdef of ada, expires 2027-01-31: The fix is promised.',
      }),
    ]);
  });

  it('covers no check that crashed: both are errors', () => {
    const crashed = aFinding({ check: 'check-crashed' });
    const [finding, said] = applyWaivers([crashed], [aWaiver()], TODAY);
    expect(finding).toBe(crashed);
    expect(said).toMatchObject({ check: 'unused-waiver', severity: 'error' });
  });

  it('for another check covers nothing', () => {
    const [finding, said] = applyWaivers([aFinding()], [aWaiver({ check: 'malformed-body' })], TODAY);
    expect(finding?.waivedBy).toBeUndefined();
    expect(said?.message).toBe(
      'The finding with this fingerprint is of response-schema-conformance, not of malformed-body.',
    );
  });
});
