import { expect, it } from '@jest/globals';
import { startContractRun } from '../contract-run.ts';
import { describing } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';

it('tells alternatives that do not exclude each other once a run, and what fits none of them each time', async () => {
  const one = { type: 'object', properties: { a: { type: 'integer' } } };
  const other = { type: 'object', properties: { b: { type: 'integer' } } };
  const contract = await describing({ type: 'array', items: { oneOf: [one, other] } });
  const run = startContractRun(contract);
  for (const body of [
    [{}, {}],
    [{ a: 1 }, 5],
  ])
    run.add(anExchange({ method: 'GET', url: 'https://x.test/things/1', body }));
  const { findings, summary } = run.report();
  expect(findings.map(({ message, times }) => [message.replace(/^\S+ /, ''), times])).toEqual([
    [expect.stringMatching(/^fits several of/), 2],
    [expect.stringMatching(/^fits none of/), undefined],
  ]);
  expect(summary.findings.error).toBe(2);
});
