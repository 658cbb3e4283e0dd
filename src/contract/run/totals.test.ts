import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countFindings } from '../count-findings.ts';
import { aFinding } from '../finding.test-support.ts';
import { NOTHING_FOUND } from './collect.ts';
import { addTotals, type Totals } from './totals.ts';

const recording = { file: 'a.har', index: 3 };

function sumOf(...parts: Partial<Totals>[]): Totals {
  const totals = addTotals();
  for (const part of parts) totals.add({ ...NOTHING_FOUND, ...part });
  return totals.result();
}

describe('what parts of a run come to', () => {
  it('is a finding that is told once, at the first exchange that has it, whatever the number of exchanges', () => {
    const once = (times: number, index: number) => ({
      findings: [aFinding({ times, recording: { file: 'a.har', index } })],
    });
    const { listed } = sumOf({ listed: once(140, 2) }, { listed: once(7, 0) }, { listed: once(1, 9) });
    expect(listed).toEqual({ findings: [aFinding({ times: 148, recording: { file: 'a.har', index: 2 } })] });
    expect(countFindings(listed.findings).findings.error).toBe(1);
  });

  it('tells one that is told once from equal ones that each are told', () => {
    const { listed } = sumOf({ listed: { findings: [aFinding(), aFinding({ times: 2 }), aFinding()] } });
    expect(listed.findings.map(({ times }) => times)).toEqual([undefined, 2, undefined]);
    expect(countFindings(listed.findings).findings.error).toBe(3);
  });

  it('is each host once, with the first base path that would do', () => {
    const { elsewhere } = sumOf(
      { elsewhere: [{ host: 'a.test', exchanges: 2 }] },
      {
        elsewhere: [
          { host: 'b.test', exchanges: 1 },
          { host: 'a.test', exchanges: 3, basePath: '/v1' },
        ],
      },
    );
    expect(elsewhere).toEqual([
      { host: 'a.test', exchanges: 5, basePath: '/v1' },
      { host: 'b.test', exchanges: 1 },
    ]);
  });

  it('is no more than a thousand hosts by name, and no exchange goes uncounted', () => {
    const elsewhere = Array.from({ length: 1_200 }, (_, at) => ({ host: `${at}.test`, exchanges: 2 }));
    const sum = sumOf({ elsewhere }).elsewhere;
    expect(sum).toHaveLength(1_001);
    expect(sum.at(-1)).toEqual({ host: '(others)', exchanges: 400 });
  });

  it('is each lenient rule once, with its first place, in the order of the rules', () => {
    const spec = { file: 'api.yaml', line: 1, column: 1, pointer: '' };
    const { lenient } = sumOf(
      { lenient: [{ rule: 'nullable', times: 4, recording }] },
      {
        lenient: [
          { rule: 'nullable', times: 1, spec, recording: { file: 'z', index: 0 } },
          { rule: 'placeholder', times: 1, recording },
        ],
      },
    );
    expect(lenient).toEqual([
      { rule: 'placeholder', times: 1, recording },
      { rule: 'nullable', times: 5, recording },
    ]);
  });

  it('is each file that was not read once, though two shares met it', () => {
    const unread = [{ file: 'a.har', reason: 'is empty' }];
    const passedOver = [{ file: 'package.json', reason: 'is no recording' }];
    const sum = sumOf({ unread, passedOver }, { unread, passedOver });
    expect(sum).toMatchObject({ unread, passedOver });
  });

  it('is the same however it is cut', () => {
    const part = fc.record({
      exchanges: fc.nat(9),
      verified: fc.nat(9),
      undocumented: fc.nat(9),
      bodies: fc.record({ documented: fc.nat(9), kept: fc.nat(9) }),
      elsewhere: fc.array(
        fc.record({ host: fc.constantFrom('a', 'b', 'c'), exchanges: fc.integer({ min: 1, max: 9 }) }),
      ),
      lenient: fc.array(
        fc.record({
          rule: fc.constantFrom('nullable' as const, 'placeholder' as const),
          times: fc.integer({ min: 1, max: 9 }),
          recording: fc.record({ file: fc.constantFrom('a', 'b'), index: fc.nat(9) }),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.nat(6), (parts, at) => {
        const halves = [parts.slice(0, at), parts.slice(at)].map((half) => sumOf(...half));
        expect(sumOf(...halves)).toEqual(sumOf(...parts));
      }),
    );
  });
});
