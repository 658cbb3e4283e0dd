import type { EnrichmentRef } from 'exa-enrichments';
import type { Family, Fault } from '../fault.ts';

const WEBSET = 'webset_01example';
const ID = 'wenrich_01example';
const BOTH_KEYS = /`webset` and `enrichment`/;
const LONE_SURROGATE = '\ud800';

/** Refused before anything is sent. */
function refused(fault: string, ref: unknown, says?: RegExp): Fault {
  return {
    fault,
    call: (exa, { controller }) => exa.cancel(ref as EnrichmentRef, { signal: controller.signal }),
    want: { outcome: 'invalid-argument', attempts: 0, may: false, ...(says && { says }) },
  };
}

/** Sent, but as one opaque segment. */
function opaque(fault: string, enrichment: string, segment: string): Fault {
  const path = `/websets/v0/websets/${WEBSET}/enrichments/${segment}/cancel`;
  return {
    fault,
    call: (exa, { controller }) => exa.cancel({ webset: WEBSET, enrichment }, { signal: controller.signal }),
    want: {
      outcome: 'ok pending',
      also: ({ server }) =>
        server.requests[0]?.path === path ? undefined : `went to ${server.requests[0]?.path}`,
    },
  };
}

/** Refused when the client is made. */
function misplaced(fault: string, baseUrl: string): Fault {
  return { fault, client: { baseUrl }, want: { outcome: 'configuration', attempts: 0, may: false } };
}

export const addresses: Family = {
  family: 'Addresses',
  faults: [
    refused('enrichment id `..`, which would stop the whole Webset', { webset: WEBSET, enrichment: '..' }),
    refused('enrichment id `.`', { webset: WEBSET, enrichment: '.' }),
    refused('enrichment id empty', { webset: WEBSET, enrichment: '' }),
    refused('Webset id `..`', { webset: '..', enrichment: ID }),
    refused('enrichment id missing', { webset: WEBSET }),
    refused('enrichment id a number', { webset: WEBSET, enrichment: 7 }),
    refused('enrichment id an array', { webset: WEBSET, enrichment: [ID] }),
    refused('no reference at all', undefined, BOTH_KEYS),
    refused('the keys of the API, and not ours', { websetId: WEBSET, id: ID }, BOTH_KEYS),
    {
      fault: 'two ids, one after the other',
      call: (exa) => exa.cancel(WEBSET as never, ID as never),
      want: { outcome: 'invalid-argument', attempts: 0, may: false, says: BOTH_KEYS },
    },
    refused('half a surrogate pair in an id', { webset: WEBSET, enrichment: `a${LONE_SURROGATE}` }),
    {
      fault: 'id `..` through the raw client',
      call: (exa) =>
        exa.raw.POST('/v0/websets/{webset}/enrichments/{id}/cancel', {
          params: { path: { webset: WEBSET, id: '..' } },
        }),
      want: { outcome: 'invalid-argument', attempts: 0, may: false },
    },
    opaque('id with dots in percent code', '%2e%2e', '%252e%252e'),
    opaque('id with a path in it', '../../webset_02/cancel', '..%2F..%2Fwebset_02%2Fcancel'),
    opaque('id with a query and a hash', 'a?b=c#d', 'a%3Fb%3Dc%23d'),
    opaque('id with a backslash, a tab and a space', 'a\\b\tc d', 'a%5Cb%09c%20d'),
    opaque('id of 300 emoji', '\u{1f9ea}'.repeat(300), '%F0%9F%A7%AA'.repeat(300)),
    opaque('id with braces, as in a template', '{webset}', '%7Bwebset%7D'),
    misplaced('base URL without TLS', 'http://api.example.test/websets'),
    misplaced('base URL with a user', 'https://me:secret@127.0.0.1/websets'),
    misplaced('base URL with a query', 'https://127.0.0.1/websets?to='),
    misplaced('base URL with a hash', 'https://127.0.0.1/websets#'),
    misplaced('base URL with braces', 'https://127.0.0.1/{websets}'),
    misplaced('base URL of a file', 'file:///etc/passwd'),
  ],
};
