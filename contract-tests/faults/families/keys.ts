import type { ClientOptions } from 'exa-enrichments';
import type { Family, Fault } from '../fault.ts';
import { KEY } from '../try-fault.ts';
import { enrichment, head, json, reply } from '../wire/replies.ts';
import { END } from '../wire/steps.ts';

/** Refused before anything is sent, and not quoted. */
function refused(fault: string, apiKey: ClientOptions['apiKey']): Fault {
  return { fault, client: { apiKey }, want: { outcome: 'configuration', attempts: 0, may: false } };
}

export const keys: Family = {
  family: 'The key',
  faults: [
    refused('key with a line break in it', `${KEY}\n${KEY}`),
    refused('key with a space in it', `${KEY} ${KEY}`),
    refused('key with an accent', `${KEY}é`),
    refused('key with a NUL', `${KEY}\0`),
    refused('key of nothing but blanks', ' \n\t '),
    refused('function for the key fails', () => Promise.reject(new Error('no vault'))),
    refused('function for the key gives something else', () => 42 as unknown as string),
    {
      fault: 'key with line breaks around it, as files have',
      client: { apiKey: `\n${KEY}\r\n` },
      want: {
        outcome: 'ok pending',
        also: ({ server }) =>
          server.requests[0]?.headers['x-api-key'] === KEY ? undefined : 'the key was sent untrimmed',
      },
    },
    {
      fault: 'function for the key never answers',
      client: { apiKey: () => new Promise<string>(() => {}), totalTimeout: 300 },
      want: { outcome: 'timeout key', attempts: 0, may: false, ms: [300, 5000] },
    },
    {
      fault: 'error body with the key in it',
      answers: [json(400, { requestId: 'r1', error: `no such key: ${KEY}`, [KEY]: KEY })],
      want: { outcome: 'bad-request 400', attempts: 1, may: false },
    },
    {
      fault: 'error page with the key in it',
      answers: [reply(403, `<h1>${KEY} may not</h1>`, { 'content-type': 'text/html' })],
      want: { outcome: 'permission-denied 403', attempts: 1, may: false },
    },
    {
      fault: 'long error with the key where its message is cut',
      answers: [json(400, { requestId: 'r1', error: `${'x'.repeat(301 - KEY.length)}${KEY}` })],
      want: { outcome: 'bad-request 400', attempts: 1, may: false },
    },
    {
      fault: 'long error page with the key where it is cut',
      answers: [reply(400, `${'x'.repeat(1001 - KEY.length)}${KEY}`)],
      want: { outcome: 'bad-request 400', attempts: 1, may: false },
    },
    {
      fault: 'success with the key in it, not as documented',
      answers: [json(200, enrichment({ status: `gone, ${KEY}` }))],
      want: { outcome: 'response-validation 200', attempts: 1, may: true },
    },
    {
      fault: 'success that is not JSON, with the key in it',
      answers: [reply(200, `key=${KEY}`)],
      want: { outcome: 'response-parse json', attempts: 1, may: true },
    },
    {
      fault: 'redirect with the key in its location',
      answers: [reply(302, '', { location: `/login?key=${KEY}` })],
      want: { outcome: 'redirect 302', attempts: 1, may: true },
    },
    {
      fault: 'response headers with the key in them',
      answers: [json(404, { error: 'no' }, { 'x-request-id': KEY, etag: KEY, server: KEY, 'x-echo': KEY })],
      want: { outcome: 'not-found 404', attempts: 1, may: false },
    },
    {
      fault: 'bytes that are no HTTP, with the key in them',
      answers: [[`${KEY}\r\n\r\n${head(200)}`, END]],
      client: { maxRetries: 0 },
      want: { outcome: 'connection', attempts: 1, may: true },
    },
  ],
};
