import { setTimeout as sleep } from 'node:timers/promises';
import type { Family, Fault } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import { deafServer } from '../wire/deaf-server.ts';
import { closedServer, muteServer } from '../wire/odd-servers.ts';
import { startServer } from '../wire/raw-server.ts';
import { ok } from '../wire/replies.ts';
import { selfSigned } from '../wire/self-signed.ts';
import { END, RESET } from '../wire/steps.ts';

/** Nothing can have been sent, and all three attempts say so. */
function unreachable(fault: string, rest: Pick<Fault, 'serve' | 'client'>): Fault {
  return { fault, ...rest, want: { outcome: 'connection', attempts: 3, may: false, requests: 0 } };
}

/** Long enough for a connection to be back among those that can be used again. */
function idle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

/** No request got through, but that can't be told from outside. */
function failing(fault: string, rest: Pick<Fault, 'serve' | 'client'>): Fault {
  return { fault, ...rest, want: { outcome: 'connection', attempts: 3, may: true, requests: 0 } };
}

/** Nothing can have been sent, and no further attempt would fare better. */
function hopeless(fault: string, says: RegExp, rest: Pick<Fault, 'serve' | 'client'>): Fault {
  return { fault, ...rest, want: { outcome: 'connection', attempts: 1, may: false, requests: 0, says } };
}

export const connections: Family = {
  family: 'Connections',
  faults: [
    unreachable('nobody listens', { serve: closedServer }),
    unreachable('a name that does not exist', {
      client: { baseUrl: 'https://exa.invalid', timeout: 10_000 },
    }),
    unreachable('a name that can not exist', { client: { baseUrl: `https://${'x'.repeat(64)}.invalid` } }),
    hopeless('a port that fetch refuses', /check the port/, {
      client: { baseUrl: 'https://127.0.0.1:6667' },
    }),
    {
      fault: 'connections are not even accepted: the backlog is full',
      serve: deafServer,
      client: { timeout: 1000, maxRetries: 0 },
      want: { outcome: 'timeout headers', attempts: 1, may: true, requests: 0, ms: [995, 10_000] },
    },
    hopeless('TLS, but the server has none', /No TLS could be agreed on/, {
      client: ({ server }) => ({ baseUrl: server.url.replace('http:', 'https:') }),
    }),
    failing('no TLS, but the server wants it', {
      serve: (answers) => startServer(answers, selfSigned()),
      client: ({ server }) => ({ baseUrl: server.url.replace('https:', 'http:') }),
    }),
    hopeless('a certificate that nobody vouches for', /NODE_EXTRA_CA_CERTS/, {
      serve: (answers) => startServer(answers, selfSigned()),
    }),
    hopeless('TLS without any certificate', /No TLS could be agreed on/, {
      serve: (answers) => startServer(answers, {}),
    }),
    {
      fault: 'the TLS handshake is never answered',
      serve: muteServer,
      client: ({ server }) => ({
        baseUrl: server.url.replace('http:', 'https:'),
        timeout: 1000,
        maxRetries: 0,
      }),
      // The call is over in time, but nothing can stop Node's fetch from connecting: that gives up after 10 s.
      want: {
        outcome: 'timeout headers',
        attempts: 1,
        may: true,
        requests: 0,
        ms: [995, 10_000],
        letGo: 30_000,
      },
    },
    {
      fault: 'each connection is closed after its answer, without a word',
      answers: [[...ok(), END]],
      call: async (exa) => {
        for (let round = 0; round < 10; round++) await exa.cancel(REF);
        return 'ten times';
      },
      want: { outcome: 'ok ten times', requests: 'any' },
    },
    {
      fault: 'each connection is reset while it idles',
      answers: [[...ok(), 30, RESET]],
      call: async (exa) => {
        for (let round = 0; round < 5; round++) {
          await exa.cancel(REF);
          await idle();
        }
        return 'five times';
      },
      want: { outcome: 'ok five times', requests: 5 },
    },
    {
      fault: 'a kept connection is reset under the second request',
      answers: [({ before }) => (before === 0 ? ok() : broken.reset)],
      call: async (exa) => {
        await exa.cancel(REF);
        await idle();
        return exa.cancel(REF);
      },
      want: { outcome: 'ok pending', requests: 3 },
    },
    {
      fault: 'a kept connection is closed under the second request',
      answers: [({ before }) => (before === 0 ? ok() : [END])],
      call: async (exa) => {
        await exa.cancel(REF);
        await idle();
        return exa.cancel(REF);
      },
      want: { outcome: 'ok pending', requests: 3 },
    },
    {
      fault: 'the server goes away between two calls',
      answers: [ok()],
      call: async (exa, { server }) => {
        await exa.cancel(REF);
        await server.close();
        // Until the kept connection is known to be gone, a request would still leave on it, and might have arrived.
        await sleep(100);
        return exa.cancel(REF);
      },
      want: { outcome: 'connection', attempts: 3, may: false, requests: 1 },
    },
  ],
};
