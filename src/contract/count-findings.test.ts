import { describe, expect, it } from '@jest/globals';
import { causesOf } from './count-findings.ts';
import { aFinding } from './finding.test-support.ts';
import type { Finding } from './finding.ts';

const at = (pointer: string, more: Partial<Finding> = {}): Finding =>
  aFinding({ keyword: 'required', spec: { file: 'api.yaml', line: 1, column: 1, pointer }, ...more });

describe('the causes of findings', () => {
  it('are a place of the description and its keyword, whatever operation shows it', () => {
    const causes = causesOf([
      at('/user', { operationId: 'one', fingerprint: 'a' }),
      at('/user', { operationId: 'two', fingerprint: 'b', unlisted: 4 }),
      at('/user', { operationId: 'two', fingerprint: 'c', keyword: 'type' }),
      at('/team', { operationId: 'two', fingerprint: 'd' }),
    ]);
    expect(
      causes.map(({ keyword, spec, count, operations }) => [keyword, spec?.pointer, count, operations]),
    ).toEqual([
      ['required', '/user', 6, 2],
      ['type', '/user', 1, 1],
      ['required', '/team', 1, 1],
    ]);
  });

  it('are the worst first, then the most frequent, without what was waived or is for information', () => {
    const causes = causesOf([
      at('/a', { severity: 'warning', unlisted: 9 }),
      at('/b', { waivedBy: 'ada' }),
      at('/c', { severity: 'info' }),
      at('/d'),
      at('/e', { unlisted: 1 }),
    ]);
    expect(causes.map(({ spec }) => spec?.pointer)).toEqual(['/e', '/d', '/a']);
  });

  it('are one of all calls that are not described, and else the finding itself where no place is known', () => {
    const { spec: _, ...placeless } = aFinding();
    const calls = ['x', 'y'].map(
      (fingerprint): Finding => ({ ...placeless, check: 'undocumented-operation', fingerprint }),
    );
    const others = ['x', 'y'].map((fingerprint): Finding => ({ ...placeless, fingerprint }));
    expect(causesOf([...calls, ...others]).map(({ count }) => count)).toEqual([2, 1, 1]);
  });
});
