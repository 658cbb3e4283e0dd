import { describe, expect, it } from '@jest/globals';
import type { StatusError } from '../status-errors.ts';
import { refused, reset, setup } from '../testing/call.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, REF } from '../testing/enrichments.test-support.ts';

describe('a refused retry', () => {
  const conflict = json({ requestId: 'r', error: 'Enrichment is not running' }, 409);
  const read = (status: 'pending' | 'canceled' | 'completed'): Response => json(enrichment({ status }));

  it('is settled by reading the enrichment: canceled by the first attempt', async () => {
    const { exa, sent } = setup([reset, conflict, read('canceled')]);
    await expect(exa.cancel(REF)).resolves.toMatchObject({ status: 'canceled' });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });

  it('stays refused when the enrichment completed, which is then certain', async () => {
    const { exa } = setup(['stall', conflict, read('completed')]);
    const error = await caught<StatusError>(exa.cancel(REF));
    expect(error).toMatchObject({
      status: 409,
      attempts: 2,
      mayHaveSucceeded: false,
      enrichment: { status: 'completed' },
    });
    expect(error.message).toContain('Read back, it is completed.');
  });

  it('stays in doubt when the enrichment is still pending', async () => {
    const { exa } = setup([json({}, 502), conflict, read('pending')]);
    expect(await caught(exa.cancel(REF))).toMatchObject({
      status: 409,
      mayHaveSucceeded: true,
      enrichment: { status: 'pending' },
    });
  });

  it('stays in doubt when the answer is about another one', async () => {
    const other = json(enrichment({ id: 'wenrich_02', status: 'canceled' }));
    const { exa } = setup([reset, json({}, 409), other], { validation: 'off' });
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 409, mayHaveSucceeded: true });
  });

  it('stays in doubt when it can not be read', async () => {
    const { exa } = setup([reset, json({}, 401), json({}, 401)]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 401, attempts: 2, mayHaveSucceeded: true });
  });

  it.each<[status: 'pending' | 'canceled' | 'completed', mayHaveSucceeded: boolean]>([
    ['pending', true],
    ['canceled', true],
    ['completed', false],
  ])('of a call after one that was lost is settled by a read too: %s', async (status, mayHaveSucceeded) => {
    const { exa, sent } = setup([reset, conflict, read(status)], { maxRetries: 0 });
    expect(await caught(exa.cancel(REF))).toMatchObject({ code: 'connection', mayHaveSucceeded: true });
    const again = exa.cancel(REF);
    if (status === 'canceled') await expect(again).resolves.toMatchObject({ status });
    else expect(await caught(again)).toMatchObject({ status: 409, mayHaveSucceeded, enrichment: { status } });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
  });

  it.each([401, 404, 429])('by a %d is no sign of an earlier call that was lost', async (status) => {
    const { exa, sent } = setup([reset, json({}, status)], { maxRetries: 0 });
    await caught(exa.cancel(REF));
    expect(await caught(exa.cancel(REF))).toMatchObject({ status, attempts: 1 });
    expect(sent).toHaveLength(2);
  });

  it('is read no sooner than a 429 asks for', async () => {
    const { exa, sent } = setup([reset, json({}, 429, { 'retry-after': '4' }), read('canceled')], {
      maxRetries: 1,
    });
    await exa.cancel(REF);
    expect(sent.map(({ method, at }) => [method, at])).toEqual([
      ['POST', 0],
      ['POST', 500],
      ['GET', 4500],
    ]);
  });

  it('is not read when a 429 asks for too much', async () => {
    const { exa, sent } = setup([reset, json({}, 429, { 'retry-after': '100' })]);
    expect(await caught(exa.cancel(REF))).toMatchObject({
      status: 429,
      retryAfterMs: 100_000,
      mayHaveSucceeded: true,
    });
    expect(sent).toHaveLength(2);
  });

  it('is no doubt when the first attempt can not have arrived', async () => {
    for (const first of [refused, json({ requestId: 'r', error: 'full', tag: 'SERVICE_OVERLOADED' }, 503)]) {
      const { exa, sent } = setup([first, conflict]);
      expect(await caught(exa.cancel(REF))).toMatchObject({
        status: 409,
        attempts: 2,
        mayHaveSucceeded: false,
      });
      expect(sent).toHaveLength(2);
    }
  });

  it('can be aborted while it is read', async () => {
    const controller = new AbortController();
    const abort = (): Promise<Response> => {
      controller.abort();
      return new Promise(() => {});
    };
    const { exa, sent } = setup([reset, conflict, abort]);
    const error = await caught(exa.cancel(REF, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'aborted', attempts: 2, mayHaveSucceeded: true });
    expect(sent).toHaveLength(3);
  });

  it('is never asked about after a first attempt', async () => {
    const { exa, sent } = setup([conflict]);
    expect(await caught(exa.cancel(REF))).toMatchObject({
      status: 409,
      attempts: 1,
      mayHaveSucceeded: false,
    });
    expect(sent).toHaveLength(1);
  });
});
