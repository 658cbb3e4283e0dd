import { describe, expect, it } from '@jest/globals';
import type { ExaError } from '../errors.ts';
import { caught } from '../testing/caught.test-support.ts';
import { json } from '../testing/enrichments.test-support.ts';
import { cancel, text } from '../testing/interpret.test-support.ts';

describe('an error status', () => {
  it.each([
    {
      shape: 'gateway',
      body: { requestId: 'r1', error: 'Invalid API key', tag: 'INVALID_API_KEY' },
      want: { requestId: 'r1', tag: 'INVALID_API_KEY' },
      says: 'Invalid API key, INVALID_API_KEY',
    },
    {
      shape: 'gateway',
      body: { requestId: 'r1', error: 'x-api-key header is invalid' },
      want: { requestId: 'r1' },
      says: 'header is invalid',
    },
    {
      shape: 'service',
      body: {
        statusCode: 404,
        timestamp: '2025-11-23T17:15:33.606Z',
        message: 'Enrichment not found',
        error: 'Not Found',
        path: '/v0/x',
      },
      want: { timestamp: '2025-11-23T17:15:33.606Z', path: '/v0/x' },
      says: 'Enrichment not found',
    },
    { shape: 'bare', body: { error: 'Too many requests' }, want: {}, says: 'Too many requests' },
    {
      shape: 'structured',
      body: {
        requestId: 'r2',
        error: { type: 'invalid', code: 'BAD_ID', message: 'No such id', detail: 'x' },
      },
      want: { requestId: 'r2', tag: 'BAD_ID' },
      says: 'No such id, BAD_ID',
    },
    { shape: 'unknown', body: { message: 'from a proxy' }, want: {}, says: 'from a proxy' },
    { shape: 'unknown', body: null, want: {}, says: 'answered 418.' },
    { shape: 'unknown', body: ['x'], want: {}, says: 'answered 418.' },
    { shape: 'unknown', body: { error: 7, requestId: {}, tag: [] }, want: {}, says: 'answered 418.' },
  ])('is told apart by the shape of its body: $body', async ({ shape, body, want, says }) => {
    const error = await caught<ExaError>(cancel(json(body, 418)));
    expect(error).toMatchObject({
      name: 'StatusError',
      code: 'status',
      status: 418,
      shape,
      ...want,
      ...(body && { body }),
    });
    expect(error.message).toContain(says);
  });

  it.each([
    [400, 'BadRequestError'],
    [401, 'AuthenticationError'],
    [402, 'PaymentRequiredError'],
    [403, 'PermissionDeniedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [422, 'UnprocessableEntityError'],
    [429, 'RateLimitError'],
    [500, 'ServerError'],
    [502, 'ServerError'],
    [503, 'ServerError'],
    [504, 'ServerError'],
    [529, 'ServerError'],
    [410, 'StatusError'],
  ])('%d is a %s', async (status, name) => {
    const error = await caught<ExaError>(cancel(json({ error: 'no' }, status)));
    expect(error).toMatchObject({ name, status });
    expect(error.message).toMatch(
      new RegExp(`^Failed to cancel the enrichment: the server answered ${status} \\(no\\)\\. .+`),
    );
  });

  it('keeps a body that is no JSON, up to a point', async () => {
    const error = await caught<ExaError>(cancel(text(`<html>${'x'.repeat(5000)}`, 'text/html', 502)));
    expect(error).toMatchObject({ status: 502, shape: 'unknown', body: expect.stringMatching(/^<html>x+$/) });
    expect((error as unknown as { body: string }).body).toHaveLength(1000);
    expect(error.message.length).toBeLessThan(300);
  });

  it('takes the request id from the header where the body has none', async () => {
    const headers = { 'x-request-id': 'h1' };
    expect(await caught(cancel(json({ error: 'no' }, 404, headers)))).toMatchObject({ requestId: 'h1' });
    expect(await caught(cancel(json({ requestId: 'b1', error: 'no' }, 404, headers)))).toMatchObject({
      requestId: 'b1',
    });
    expect(await caught(cancel(json({ hello: 1 }, 200, headers)))).toMatchObject({ requestId: 'h1' });
  });

  it('does not let a long message fill the screen', async () => {
    const error = await caught<ExaError>(cancel(json({ error: 'x'.repeat(10_000) }, 400)));
    expect(error.message.length).toBeLessThan(500);
  });
});
