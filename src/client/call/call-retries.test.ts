import { describe, expect, it } from '@jest/globals';
import type { StatusError } from '../status-errors.ts';
import { ok, refused, reset, setup } from '../testing/call.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, REF } from '../testing/enrichments.test-support.ts';

describe('retries', () => {
  it.each([
    { why: 'a reset connection', step: reset },
    { why: 'a refused connection', step: refused },
    { why: '408', step: json({}, 408) },
    { why: '429', step: json({ error: 'slow down' }, 429) },
    { why: '500', step: json({}, 500) },
    { why: '502', step: json({}, 502) },
    { why: '503', step: json({}, 503) },
    { why: '504', step: json({}, 504) },
  ])('follow $why after 500 and 1000 ms', async ({ step }) => {
    const { exa, sent } = setup([step, step, ok]);
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
    expect(sent.map(({ at }) => at)).toEqual([0, 500, 1500]);
  });

  it('come up to a quarter earlier', async () => {
    const { exa, sent } = setup([reset, reset, ok], {}, { random: () => 0.8 });
    await exa.cancel(REF);
    expect(sent.map(({ at }) => at)).toEqual([0, 400, 1200]);
  });

  it('follow an attempt that took too long', async () => {
    const { exa, sent } = setup(['stall', 'stall', ok]);
    await exa.cancel(REF);
    expect(sent.map(({ at }) => at)).toEqual([0, 30_500, 61_500]);
  });

  it('end after the second', async () => {
    const { exa, sent } = setup([json({ error: 'broken' }, 500)]);
    const error = await caught<StatusError>(exa.cancel(REF));
    expect(error).toMatchObject({ status: 500, attempts: 3, mayHaveSucceeded: true });
    expect(error.message).toMatch(
      /^Failed to cancel the enrichment after 3 attempts: the server answered 500/,
    );
    expect(sent).toHaveLength(3);
  });

  it.each([
    { step: json({}, 400) },
    { step: json({}, 401) },
    { step: json({}, 402) },
    { step: json({}, 403) },
    { step: json({}, 404) },
    { step: json({}, 409) },
    { step: json({}, 422) },
    { step: json({}, 501) },
    { step: new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } }) },
    { step: new Response('<html>', { headers: { 'content-type': 'text/html' } }) },
    { step: json({ hello: 1 }) },
  ])('do not follow $step.status', async ({ step }) => {
    const { exa, sent } = setup([step]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ attempts: 1, status: step.status });
    expect(sent).toHaveLength(1);
  });

  it('can be turned off, for a client and for a call', async () => {
    const client = setup([reset], { maxRetries: 0 });
    await caught(client.exa.cancel(REF));
    expect(client.sent).toHaveLength(1);
    const call = setup([reset]);
    await caught(call.exa.cancel(REF, { maxRetries: 1 }));
    expect(call.sent).toHaveLength(2);
  });

  it.each([
    { why: 'seconds', headers: { 'retry-after': '3' }, at: 3000 },
    { why: 'milliseconds', headers: { 'retry-after-ms': '250', 'retry-after': '3' }, at: 250 },
    { why: 'a date', headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:07 GMT' }, at: 7000 },
    {
      why: 'a date in the past',
      headers: { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' },
      at: 105,
      epoch: 1e12,
    },
    { why: 'exactly a minute', headers: { 'retry-after': '60' }, at: 60_000 },
    { why: 'garbage', headers: { 'retry-after': 'soon' }, at: 500 },
  ])('wait as long as asked in $why', async ({ headers, at, epoch = 0 }) => {
    const { exa, sent } = setup(
      [json({}, 429, headers as unknown as Record<string, string>), ok],
      {},
      { epoch, random: () => 0 },
    );
    await exa.cancel(REF);
    expect(sent.map((request) => request.at)).toEqual([0, at]);
  });

  it('give up at once when asked to wait for more than a minute', async () => {
    const { exa, sent, runtime } = setup([json({}, 503, { 'retry-after': '61' })]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 503, retryAfterMs: 61_000, attempts: 1 });
    expect(sent).toHaveLength(1);
    expect(runtime.now()).toBe(0);
  });

  it('give up at once when asked to wait past the deadline', async () => {
    const { exa, runtime } = setup([json({}, 429, { 'retry-after': '30' })], { totalTimeout: 30_000 });
    expect(await caught(exa.cancel(REF))).toMatchObject({ status: 429, retryAfterMs: 30_000, attempts: 1 });
    expect(runtime.now()).toBe(0);
  });
});
