import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countFindings, countOf } from '../../count-findings.ts';
import { aFinding } from '../../finding.test-support.ts';
import type { Finding, Severity } from '../../finding.ts';
import { findingList } from './finding-list.ts';

const many = (count: number, of: (index: number) => Partial<Finding>): Finding[] =>
  Array.from({ length: count }, (_, index) =>
    aFinding({ recording: { file: 'a.json', index }, ...of(index) }),
  );

function listed(findings: readonly Finding[]) {
  const list = findingList();
  for (const finding of findings) list.add(finding);
  return list.listed();
}

describe('the findings of a report', () => {
  it('are all listed where there are few', () => {
    const findings = many(50, () => ({}));
    expect(listed(findings)).toEqual({ findings });
  });

  it('stand for the equal ones after the fiftieth, which are counted', () => {
    const result = listed(many(1_000_000, () => ({})));
    expect(result.findings).toHaveLength(50);
    expect(result.findings.at(-1)).toMatchObject({ unlisted: 999_950, recording: { index: 49 } });
    expect(countFindings(result.findings).findings.error).toBe(1_000_000);
  });

  it('are counted and not listed past a thousand kinds, those of other severities still being listed', () => {
    const errors = many(1_500, (index) => ({ fingerprint: `kind ${index}` }));
    const warning = aFinding({ severity: 'warning' });
    const result = listed([...errors, errors[0] as Finding, errors[1_400] as Finding, warning]);
    expect(result.findings).toHaveLength(1_002);
    expect(result.findings.at(-1)).toEqual(warning);
    expect(result.unlisted).toEqual({ error: 501, warning: 0, info: 0 });
    expect(countFindings(result.findings, result.unlisted).findings).toEqual({
      error: 1_502,
      warning: 1,
      info: 0,
    });
  });

  it('are counted alike by one list, and by several that are put together', () => {
    const kinds = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 150 });
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 4 }), (shards) => {
        const findings = shards.map((shard) => shard.map((kind) => aFinding({ fingerprint: String(kind) })));
        const whole = findingList(4);
        const merged = findingList(4);
        for (const shard of findings) {
          const own = findingList(4);
          for (const finding of shard) {
            own.add(finding);
            whole.add(finding);
          }
          const { findings: listedOnes, unlisted, unlistedKinds } = own.listed();
          for (const finding of listedOnes) merged.add(finding);
          merged.addUnlisted(unlisted, unlistedKinds);
        }
        const counts = ({ listed }: typeof whole): object => {
          const { findings: all, ...rest } = listed();
          const byKind: Record<string, number> = {};
          for (const finding of all) {
            const { fingerprint } = finding;
            byKind[fingerprint] = (byKind[fingerprint] ?? 0) + countOf(finding);
          }
          return { byKind, ...rest };
        };
        expect(counts(merged)).toEqual(counts(whole));
      }),
    );
  });

  it('are known by their kinds up to a bound, and counted past it', () => {
    const list = findingList(0);
    for (const finding of many(10_001, (index) => ({ fingerprint: String(index) }))) list.add(finding);
    const { unlisted, unlistedKinds } = list.listed();
    expect(unlisted?.error).toBe(10_001);
    expect(Object.keys(unlistedKinds?.error ?? {})).toHaveLength(10_000);
    const other = findingList();
    other.add(aFinding({ fingerprint: '7' }));
    other.addUnlisted(unlisted, unlistedKinds);
    expect(other.listed()).toMatchObject({ findings: [{ unlisted: 1 }], unlisted: { error: 10_000 } });
  });

  it('are the same however they were cut into parts', () => {
    const kind = fc.tuple(fc.constantFrom<Severity>('error', 'info'), fc.integer({ min: 0, max: 5 }));
    const parts = fc.array(fc.array(kind, { maxLength: 150 }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (cut) => {
        let index = 0;
        const findings = cut.map((part) =>
          part.map(([severity, fingerprint]) =>
            aFinding({
              severity,
              fingerprint: String(fingerprint),
              recording: { file: 'a', index: index++ },
            }),
          ),
        );
        const whole = findingList(4);
        for (const finding of findings.flat()) whole.add(finding);
        const merged = findingList(4);
        for (const part of findings) {
          const own = findingList();
          for (const finding of part) own.add(finding);
          const { findings: ofPart, unlisted, unlistedKinds } = own.listed();
          for (const finding of ofPart) merged.add(finding);
          merged.addUnlisted(unlisted, unlistedKinds);
        }
        expect(merged.listed()).toEqual(whole.listed());
      }),
    );
  });
});
