import type { Family, Fault } from '../fault.ts';
import { endless, head, ok, reply } from '../wire/replies.ts';

const STATUSES = [300, 301, 302, 303, 304, 305, 306, 307, 308];
const CANCEL = '/v0/websets/{webset}/enrichments/{id}/cancel';

/** To where a fine answer waits for whoever asks. */
function toElsewhere(status: number): Exclude<Fault['answers'], undefined> {
  return ({ elsewhere }) => [
    reply(status, '', { location: `${elsewhere.url}/websets${CANCEL}` }),
    ok('canceled'),
  ];
}

function refused(fault: string, answers: Fault['answers'], status: number): Fault {
  return {
    fault,
    ...(answers && { answers }),
    want: { outcome: `redirect ${status}`, attempts: 1, may: true, fields: { status } },
  };
}

export const redirects: Family = {
  family: 'Redirects',
  faults: [
    ...STATUSES.map((status) =>
      refused(
        `${status} to another place on the same server`,
        [reply(status, '', { location: '/other' }), ok()],
        status,
      ),
    ),
    ...[302, 307].map((status) =>
      refused(`${status} to another server, which would get the key`, toElsewhere(status), status),
    ),
    refused('302 to itself, for ever', [({ path }) => reply(302, '', { location: path })], 302),
    refused('302 without a location', [reply(302)], 302),
    refused('302 with a location that is no URL', [reply(302, '', { location: 'http://[' })], 302),
    refused('302 to a file', [reply(302, '', { location: 'file:///etc/passwd' })], 302),
    refused(
      '302 to a data URL that holds a fine answer',
      [reply(302, '', { location: 'data:application/json,{}' })],
      302,
    ),
    refused(
      '302 with an endless body',
      [
        function* () {
          yield head(302, { location: '/other' });
          yield* endless('x'.repeat(65_536));
        },
      ],
      302,
    ),
    {
      ...refused('302 of a read', [reply(302, '', { location: '/other' }), ok()], 302),
      call: (exa) => exa.get({ webset: 'w', enrichment: 'e' }),
      want: { outcome: 'redirect 302', attempts: 1, may: false },
    },
    {
      ...refused('302 through the raw client', toElsewhere(302), 302),
      call: (exa) => exa.raw.POST(CANCEL, { params: { path: { webset: 'w', id: 'e' } } }),
    },
    {
      fault: '302 through the raw client, told to follow it',
      answers: toElsewhere(302),
      call: (exa) => exa.raw.POST(CANCEL, { params: { path: { webset: 'w', id: 'e' } }, redirect: 'follow' }),
      want: { outcome: 'invalid-argument', attempts: 0, may: false },
    },
  ],
};
