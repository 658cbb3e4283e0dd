import { describe, expect, it } from '@jest/globals';
import type { ConnectionError } from '../errors.ts';
import { ok, refused, reset, setup } from '../testing/call.test-support.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from '../testing/enrichments.test-support.ts';

describe('a cancel', () => {
  it('sends one POST without a body to the path of the operation, and resolves to the enrichment', async () => {
    const { exa, sent } = setup([ok]);
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
    expect(sent).toHaveLength(1);
    expect(sent[0]?.method).toBe('POST');
    expect(sent[0]?.url).toBe(
      'https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01/cancel',
    );
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'user-agent': expect.stringMatching(/^exa-enrichments\/\d/),
      'x-api-key': KEY,
    });
  });

  it('lets fields pass that nobody knows', async () => {
    const { exa } = setup([json({ ...enrichment(), added: { later: true } })]);
    await expect(exa.cancel(REF)).resolves.toHaveProperty('added.later', true);
  });

  it('leaves no timer behind', async () => {
    const { exa, runtime } = setup([ok]);
    await exa.cancel(REF);
    expect(runtime.pending()).toBe(0);
  });
});

describe('a read', () => {
  it('sends one GET', async () => {
    const { exa, sent } = setup([ok]);
    await expect(exa.get(REF)).resolves.toEqual(enrichment());
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01',
    ]);
  });

  it('is never said to have had an effect', async () => {
    const { exa } = setup([reset], { maxRetries: 0 });
    expect(await caught(exa.get(REF))).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
  });
});

describe('whether a failed cancel may have had an effect', () => {
  it.each([
    { why: 'a refused connection', step: refused, want: false },
    { why: 'a reset connection', step: reset, want: true },
    { why: 'a 4xx', step: json({}, 404), want: false },
    { why: 'a 408', step: json({}, 408), want: true },
    { why: 'a 500', step: json({}, 500), want: true },
    { why: 'a 503', step: json({}, 503), want: true },
    {
      why: 'a 503 that says overloaded',
      step: json({ requestId: 'r', error: 'x', tag: 'SERVICE_OVERLOADED' }, 503),
      want: false,
    },
    { why: 'a redirect', step: new Response(null, { status: 303 }), want: true },
    { why: 'a success that is no JSON', step: new Response('OK'), want: true },
    { why: 'a success that is no enrichment', step: json({}), want: true },
  ])('$why: $want', async ({ step, want }) => {
    const { exa } = setup([step], { maxRetries: 0 });
    const error = await caught<ConnectionError>(exa.cancel(REF));
    expect(error.mayHaveSucceeded).toBe(want);
    expect(error.message.includes('It may have taken effect')).toBe(want);
  });

  it('is remembered from an earlier attempt', async () => {
    const { exa } = setup([reset, refused]);
    expect(await caught(exa.cancel(REF))).toMatchObject({ attempts: 3, mayHaveSucceeded: true });
  });
});
