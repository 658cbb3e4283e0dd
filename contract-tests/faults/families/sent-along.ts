import type { CallOptions, ClientOptions } from 'exa-enrichments';
import type { Family, Fault } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import { ok } from '../wire/replies.ts';

/** Sent with the header `x-trace`, however it was given. */
function sent(fault: string, client: ClientOptions, options: CallOptions = {}): Fault {
  return {
    fault,
    client,
    call: (exa) => exa.cancel(REF, options),
    want: {
      outcome: 'ok pending',
      also: ({ server }) => {
        const trace = server.requests[0]?.headers['x-trace'];
        return trace === '1' ? undefined : `x-trace was ${trace}`;
      },
    },
  };
}

/** Refused before anything is sent. */
function refused(fault: string, options: CallOptions): Fault {
  return {
    fault,
    call: (exa) => exa.cancel(REF, options),
    want: { outcome: 'invalid-argument', attempts: 0, may: false },
  };
}

export const sentAlong: Family = {
  family: 'What is sent along',
  faults: [
    sent('headers in an object', { headers: { 'X-Trace': '1' } }),
    sent('headers as `Headers`', { headers: new Headers({ 'X-Trace': '1' }) }),
    sent('headers in a `Map`', { headers: new Map([['X-Trace', '1']]) }),
    sent('headers of a call', {}, { headers: new Headers({ 'X-Trace': '1' }) }),
    sent(
      'headers of a call, before those of the client',
      { headers: { 'x-trace': '2' } },
      { headers: [['X-Trace', '1']] },
    ),
    ...['x-api-key', 'Authorization', 'Content-Length', 'Host', 'X-HTTP-Method-Override'].map((name) =>
      refused(`${name} among the headers`, { headers: { [name]: '1' } }),
    ),
    refused('a line break in a header', { headers: { 'x-trace': 'a\r\nx-api-key: other' } }),
    ...['signal', 'redirect', 'headers', 'method', 'body', 'cache'].map((name) =>
      refused(`${name} among the options of \`fetch\``, { fetchOptions: { [name]: undefined } }),
    ),
    {
      fault: 'options of `fetch`, which reach it',
      client: {
        fetch: (request, { marked, ...init }) => {
          if (marked !== 'yes') return Promise.reject(new Error('not marked'));
          return fetch(request, init);
        },
        fetchOptions: { marked: 'yes' },
      },
      want: { outcome: 'ok pending' },
    },
    {
      fault: '503, and `shouldRetry` says no',
      answers: [broken.overloaded],
      call: (exa) => exa.cancel(REF, { shouldRetry: () => false }),
      want: { outcome: 'server 503', attempts: 1, may: true },
    },
    {
      fault: '404, and `shouldRetry` says yes',
      answers: [broken['not-found'], ok()],
      client: { shouldRetry: (error) => (error.code === 'not-found' ? true : undefined) },
      want: { outcome: 'ok pending', requests: 2 },
    },
    {
      fault: '404 for ever, and `shouldRetry` says yes',
      answers: [broken['not-found']],
      client: { shouldRetry: () => true },
      want: { outcome: 'not-found 404', attempts: 3, may: false },
    },
    {
      fault: '503, and `shouldRetry` fails',
      answers: [broken.overloaded],
      client: {
        shouldRetry: () => {
          throw new Error('mine');
        },
      },
      want: { outcome: 'invalid-argument', attempts: 1, may: true },
    },
  ],
};
