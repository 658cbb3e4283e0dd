import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countFindings } from '../count-findings.ts';
import { aFinding } from '../finding.test-support.ts';
import type { Finding, Severity } from '../finding.ts';
import { findingList } from './finding-list.ts';
import { partFindings } from './part-findings.ts';

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

  it('are given once more by a part only while a list has room for them', () => {
    const own = partFindings();
    const taken = [40, 40, 40].map((count) => {
      for (const finding of many(count, () => ({}))) own.add(finding);
      const { findings, repeated } = own.take();
      return [findings.length, repeated.map(({ times }) => times)];
    });
    expect(taken).toEqual([
      [40, []],
      [10, [30]],
      [0, [40]],
    ]);
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
        let own = partFindings();
        for (const [at, part] of findings.entries()) {
          // Some parts are of one piece of the work, and others of the next.
          if (at % 3 === 0) own = partFindings();
          for (const finding of part) own.add(finding);
          const found = own.take();
          for (const finding of found.findings) merged.add(finding);
          for (const repeated of found.repeated) merged.addRepeated(repeated);
        }
        expect(merged.listed()).toEqual(whole.listed());
      }),
    );
  });
});
