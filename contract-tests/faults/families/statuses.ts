import type { Family, Fault } from '../fault.ts';
import { broken } from '../wire/broken.ts';
import { json, ok, reply } from '../wire/replies.ts';
import type { Step } from '../wire/steps.ts';

const gateway = (status: number, error: string, tag?: string): Step[] =>
  json(status, { requestId: 'req_1', error, ...(tag && { tag }) });
const service = (status: number, message: string): Step[] =>
  json(status, {
    statusCode: status,
    timestamp: '2026-01-15T09:30:00.000Z',
    message,
    error: 'Not Found',
    path: '/v0/websets/w/enrichments/e/cancel',
  });

/** A refusal: final, and nothing has happened. */
function final(fault: string, code: string, status: number, answer: readonly Step[], fields = {}): Fault {
  return {
    fault,
    answers: [answer],
    want: { outcome: `${code} ${status}`, attempts: 1, may: false, fields: { status, ...fields } },
  };
}

/** Tried again, in vain. */
function retried(fault: string, code: string, status: number, may: boolean, answer: readonly Step[]): Fault {
  return {
    fault,
    answers: [answer],
    want: { outcome: `${code} ${status}`, attempts: 3, may, ms: [1125, 20_000] },
  };
}

export const statuses: Family = {
  family: 'Statuses',
  faults: [
    final(
      '400 for an invalid key, as observed',
      'bad-request',
      400,
      gateway(400, 'x-api-key header is invalid'),
      {
        shape: 'gateway',
        requestId: 'req_1',
      },
    ),
    final('401, as published', 'authentication', 401, gateway(401, 'Invalid API key', 'INVALID_API_KEY'), {
      tag: 'INVALID_API_KEY',
    }),
    final('402, no more credits', 'payment-required', 402, gateway(402, 'No credits', 'NO_MORE_CREDITS')),
    final('403, not on this plan', 'permission-denied', 403, gateway(403, 'No', 'FEATURE_DISABLED')),
    final('404 of the service, as observed', 'not-found', 404, service(404, 'Enrichment not found'), {
      shape: 'service',
      path: '/v0/websets/w/enrichments/e/cancel',
    }),
    final(
      '404 of a proxy, a web page',
      'not-found',
      404,
      reply(404, '<h1>404</h1>', { 'content-type': 'text/html' }),
      {
        shape: 'unknown',
      },
    ),
    {
      fault: '404 for the path itself: the base URL is wrong',
      answers: [service(404, 'Cannot POST /v0/websets/w/enrichments/e/cancel')],
      want: {
        outcome: 'not-found 404',
        attempts: 1,
        may: false,
        says: /knows no such path: check `baseUrl`/,
      },
    },
    final('409, never tried again', 'conflict', 409, gateway(409, 'Conflict')),
    final('422', 'unprocessable-entity', 422, gateway(422, 'No')),
    final('418, which nobody published', 'status', 418, reply(418, 'short and stout')),
    final('413 with an empty body', 'status', 413, reply(413)),
    final('an error body that is an array', 'bad-request', 400, json(400, ['no']), { shape: 'unknown' }),
    final(
      'an error body as the official SDK knows it',
      'bad-request',
      400,
      json(400, { error: { type: 'x', code: 'C', message: 'm' } }),
      {
        shape: 'structured',
        tag: 'C',
      },
    ),
    retried('500', 'server', 500, true, gateway(500, 'Internal error')),
    retried(
      '502, a web page',
      'server',
      502,
      true,
      reply(502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' }),
    ),
    retried('503', 'server', 503, true, broken.overloaded),
    retried(
      '503, published as not processed',
      'server',
      503,
      false,
      gateway(503, 'Later', 'SERVICE_OVERLOADED'),
    ),
    ...[520, 521, 522, 523, 524, 525, 526, 527, 529, 530].map((status) =>
      retried(`${status} of Cloudflare`, 'server', status, true, reply(status)),
    ),
    retried('504', 'server', 504, true, gateway(504, 'Deadline exceeded')),
    retried('429 that does not say when', 'rate-limit', 429, false, json(429, { error: 'Too many' })),
    {
      // Each 408 may stand for a cancel that landed, so that the enrichment is read in the end: three times in vain.
      fault: '408',
      answers: [reply(408)],
      want: { outcome: 'status 408', attempts: 3, may: true, requests: 6 },
    },
    {
      // `fetch` shows a 407 to nobody.
      fault: '407, a proxy wants a password',
      answers: [reply(407, '', { 'proxy-authenticate': 'Basic' })],
      want: { outcome: 'connection', attempts: 1, may: false, says: /The proxy lets nothing through/ },
    },
    {
      fault: '501, which no retry will change',
      answers: [reply(501)],
      want: { outcome: 'server 501', attempts: 1, may: true },
    },
    {
      fault: '503 once, and 500 once',
      answers: [broken.overloaded, broken['internal-error'], ok()],
      want: { outcome: 'ok pending', requests: 3, ms: [1125, 20_000] },
    },
    {
      fault: '503, and no retries wanted',
      answers: [broken.overloaded],
      client: { maxRetries: 0 },
      want: { outcome: 'server 503', attempts: 1, may: true },
    },
    {
      fault: '500 to a read: nothing can have happened',
      answers: [broken['internal-error']],
      call: (exa) => exa.get({ webset: 'w', enrichment: 'e' }),
      want: { outcome: 'server 500', attempts: 3, may: false },
    },
    {
      fault: '999, a status that does not exist',
      answers: [reply(999)],
      want: { outcome: 'server 999', attempts: 1, may: true },
    },
  ],
};
