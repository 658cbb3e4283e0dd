import { describe, expect, it } from '@jest/globals';
import type { ExaError } from '../errors.ts';
import { caught } from '../testing/caught.test-support.ts';
import { json, KEY } from '../testing/enrichments.test-support.ts';
import { cancel, get, text } from '../testing/interpret.test-support.ts';

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
    { shape: 'unknown', body: ['x'], want: {}, says: 'answered 418 (["x"]).' },
    { shape: 'unknown', body: {}, want: {}, says: 'answered 418.' },
    {
      shape: 'unknown',
      body: { Message: 'not authorized' },
      want: {},
      says: '({"Message":"not authorized"})',
    },
    { shape: 'unknown', body: { title: 'Gone', detail: 'it has ended' }, want: {}, says: '(it has ended)' },
    {
      shape: 'service',
      body: { statusCode: 418, message: ['id must be a string', 'webset must be a string'], error: 'Bad' },
      want: {},
      says: '(id must be a string; webset must be a string)',
    },
    { shape: 'unknown', body: { error: 7, requestId: {}, tag: [] }, want: {}, says: '({"error":7' },
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

  const page = '<!DOCTYPE html>\n<html><head><title>\n  Just a moment...\n</title>';

  it.each([
    { status: 403, body: page, says: '(a web page: Just a moment...)', advice: 'check `baseUrl`, and what' },
    {
      status: 404,
      body: '<html><pre>Cannot GET /',
      says: '(a web page)',
      advice: 'check `baseUrl`, and what',
    },
    { status: 429, body: page, says: '(a web page: Just a moment...)', advice: 'Send less' },
    { status: 522, body: page, says: '(a web page: Just a moment...)', advice: 'Try again later' },
    { status: 405, body: 'Method\r\nNot Allowed\n', says: '(Method Not Allowed)', advice: 'Check `baseUrl`' },
    { status: 403, body: '\u0000\u0001 PNG', says: 'answered 403.', advice: 'the plan' },
    { status: 403, body: 'x'.repeat(5000), says: `(${'x'.repeat(300)})`, advice: 'the plan' },
  ])('of something in between is told as that: $status $says', async ({ status, body, says, advice }) => {
    const { message } = await caught<ExaError>(cancel(text(body, 'text/html', status)));
    expect(message).toContain(says);
    expect(message).toContain(advice);
  });

  it('does not show a key that comes back in a text', async () => {
    const error = await caught<ExaError>(cancel(text(`bad: ${KEY}`, 'text/plain', 418)));
    expect(error.message).toContain('(bad: ');
    expect(error.message).not.toContain(KEY);
  });

  it.each([400, 409, 422])('%d does not send a reader to read', async (status) => {
    const body = json({ error: 'no' }, status);
    expect((await caught<ExaError>(get(body.clone()))).message).not.toMatch(
      /read the enrichment( |:)(to|it)/i,
    );
    expect((await caught<ExaError>(cancel(body))).message).toMatch(/read the enrichment/i);
  });

  it('400 for a key that is invalid says so', async () => {
    const { message } = await caught<ExaError>(cancel(json({ error: 'x-api-key header is invalid' }, 400)));
    expect(message).toMatch(/\(x-api-key header is invalid\)\. Check the API key\.$/);
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
