import { describe, expect, it } from '@jest/globals';
import { startContractRun } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';

const describes = (title: string): ReturnType<typeof compileObject> =>
  compileObject({
    info: { title, version: '1' },
    paths: { '/things': { get: { operationId: 'list', responses: { 200: { description: 'ok' } } } } },
  });

describe('an exchange that is not judged', () => {
  it.each([
    ['one description', 1],
    ['several, all of which have its operation', 2],
  ])('is told as an information, and verifies nothing: %s', async (_, count) => {
    const contracts = await Promise.all(['a', 'b'].slice(0, count).map(describes));
    const run = startContractRun(contracts);
    const exchange = anExchange({ method: 'GET', url: '/things', status: 500 });
    run.add({ ...exchange, notJudged: 'its request is a pattern, and names no one URL' });
    const { findings, summary, unread } = run.report();
    expect(findings).toEqual([
      expect.objectContaining({
        check: 'undocumented-operation',
        severity: 'info',
        message: 'It was not judged: its request is a pattern, and names no one URL.',
      }),
    ]);
    expect(summary).toMatchObject({ exchanges: 1, verified: 0, undocumented: 1 });
    expect(unread).toEqual([]);
  });
});
