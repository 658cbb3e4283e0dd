import type { Family, Fault } from '../fault.ts';
import { broken } from '../wire/broken.ts';
import { enrichment, head, json, ok, reply } from '../wire/replies.ts';
import type { Step } from '../wire/steps.ts';

const FINE = JSON.stringify(enrichment());
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A 200 that can't be read. Never tried again: the cancel has probably been accepted. */
function unreadable(fault: string, reason: string, answer: readonly Step[], status = 200): Fault {
  return {
    fault,
    answers: [answer],
    want: { outcome: `response-parse ${reason}`, attempts: 1, may: true, fields: { status } },
  };
}

/** A 200 that is JSON, but no enrichment. */
function invalid(fault: string, body: unknown): Fault {
  return {
    fault,
    answers: [typeof body === 'string' ? reply(200, body) : json(200, body)],
    want: { outcome: 'response-validation 200', attempts: 1, may: true },
  };
}

function fine(fault: string, body: string | Uint8Array, headers?: Record<string, string>): Fault {
  return {
    fault,
    answers: [reply(200, body, headers)],
    want: {
      outcome: 'ok pending',
      also: () => ('polluted' in Object.prototype ? 'the prototype of all objects was changed' : undefined),
    },
  };
}

const { status: _, ...withoutStatus } = enrichment();

export const bodies: Family = {
  family: 'Bodies',
  faults: [
    invalid('{"hello":1}', { hello: 1 }),
    invalid('another enrichment, canceled', enrichment({ id: 'wenrich_02', status: 'canceled' })),
    invalid('null', null),
    invalid('an array of enrichments', [enrichment()]),
    invalid('a string', '"canceled"'),
    invalid('a number', '200'),
    invalid('a status that nobody knows', enrichment({ status: 'cancelled' })),
    invalid('a field missing', withoutStatus),
    invalid('another kind of object', enrichment({ object: 'webset' })),
    invalid('a date that is none', enrichment({ updatedAt: '2026-02-30T00:00:00Z' })),
    invalid('the fields of an enrichment, but in `__proto__`', `{"__proto__":${FINE}}`),
    invalid('an error with status 200', { requestId: 'r1', error: 'Internal error', tag: 'X' }),
    unreadable('the status twice', 'repeated', reply(200, `${FINE.slice(0, -1)},"status":"canceled"}`)),
    unreadable('a web page', 'html', broken['html-page']),
    unreadable('a web page that says it is JSON', 'html', reply(200, '<html></html>')),
    unreadable('JSON that says it is a web page', 'html', reply(200, FINE, HTML)),
    unreadable('JSON that says it is text', 'type', reply(200, FINE, { 'content-type': 'text/plain' })),
    unreadable('JSON that says it is XML', 'type', reply(200, FINE, { 'content-type': 'application/xml' })),
    unreadable('nothing', 'empty', broken['empty-body']),
    unreadable('blanks', 'empty', reply(200, ' \r\n ')),
    unreadable('204', 'empty', [head(204), ''], 204),
    unreadable('205', 'empty', reply(205), 205),
    unreadable('half of the JSON', 'json', reply(200, FINE.slice(0, 100))),
    unreadable('two JSON texts', 'json', reply(200, FINE + FINE)),
    unreadable('NaN', 'json', reply(200, FINE.replace('null', 'NaN'))),
    unreadable('a comment in the JSON', 'json', reply(200, `${FINE}// done`)),
    unreadable('100 000 open brackets', 'json', reply(200, '['.repeat(100_000))),
    unreadable('a byte order mark', 'bom', reply(200, `\ufeff${FINE}`)),
    unreadable('UTF-16', 'charset', reply(200, Buffer.from(`\ufeff${FINE}`, 'utf16le'))),
    unreadable(
      'bytes that are not UTF-8',
      'charset',
      reply(200, Buffer.from(FINE.replace('null', '"Ã"'), 'latin1')),
    ),
    unreadable(
      'a charset that is not UTF-8',
      'charset',
      reply(200, FINE, { 'content-type': 'application/json; charset=iso-8859-1' }),
    ),
    {
      ...invalid('100 000 levels of arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    },
    fine(
      '100 000 levels in a field that nobody knows',
      `${FINE.slice(0, -1)},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ),
    fine('fields that nobody knows', JSON.stringify(enrichment({ applications: 3, extra: { deep: [1] } }))),
    fine(
      '`__proto__` beside the fields',
      `${FINE.slice(0, -1)},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
    ),
    fine('fine JSON without a content type', FINE, { 'content-type': '' }),
    {
      fault: '206, part of a body',
      answers: [reply(206, FINE.slice(0, 40), { 'content-range': 'bytes 0-39/400' })],
      want: { outcome: 'response-parse json', attempts: 1, may: true, fields: { status: 206 } },
    },
    {
      fault: '{"hello":1}, and validation only warns',
      answers: [json(200, { hello: 1 })],
      client: { validation: 'warn' },
      want: { outcome: 'ok undefined' },
    },
    {
      ...invalid('another enrichment, and validation is off', enrichment({ id: 'wenrich_02' })),
      client: { validation: 'off' },
    },
    {
      fault: 'null, and validation is off',
      answers: [json(200, null)],
      client: { validation: 'off' },
      want: { outcome: 'response-validation 200', attempts: 1, may: true },
    },
    {
      fault: 'a web page through the raw client',
      answers: [reply(200, '<!doctype html>', HTML), ok()],
      call: (exa) =>
        exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', { params: { path: { webset: 'w', id: 'e' } } }),
      want: { outcome: 'response-parse html', attempts: 1, may: false },
    },
  ],
};
