import { withBody, withHeader, withoutHeader } from '../answers.ts';
import type { Fault } from './fault.ts';

/** Unlike `cut` this is proper HTTP, so only the JSON gives it away. */
export const truncation: Fault = {
  name: 'truncation',
  does: 'The body ends in the middle of the JSON, and the response is complete.',
  foundBy: 'malformed-body',
  parameters: [],
  processed: true,
  apply: (answer) => ({
    answer: withBody(answer, answer.body.slice(0, answer.body.length >> 1)),
    wire: { kind: 'whole' },
  }),
};

/** What a proxy makes of an answer that it could not read. */
export const emptyBody: Fault = {
  name: 'empty-body',
  does: 'The body is empty.',
  foundBy: 'malformed-body',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer: withBody(answer, ''), wire: { kind: 'whole' } }),
};

/** Parameter `value`: the body ("OK"). */
export const notJson: Fault = {
  name: 'not-json',
  does: 'The body claims to be JSON and is not.',
  foundBy: 'malformed-body',
  parameters: ['value'],
  processed: true,
  apply(answer, { value = 'OK' }) {
    return isJson(value) ? undefined : { answer: withBody(answer, value), wire: { kind: 'whole' } };
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Parameter `headerValue`: the content-type ("text/plain; charset=utf-8"). */
export const wrongContentType: Fault = {
  name: 'wrong-content-type',
  does: 'The body is what it should be, and its content-type says otherwise.',
  foundBy: 'content-type-conformance',
  parameters: ['headerValue'],
  processed: true,
  apply(answer, { headerValue = 'text/plain; charset=utf-8' }) {
    if (/^application\/json[ \t]*(;|$)/i.test(headerValue)) return undefined;
    return { answer: withHeader(answer, 'content-type', headerValue), wire: { kind: 'whole' } };
  },
};

/** Parameter `status`: of the response (502). With 200 it is the page of a captive portal. */
export const htmlPage: Fault = {
  name: 'html-page',
  does: 'A gateway answers with a web page instead of the API.',
  foundBy: 'content-type-conformance',
  parameters: ['status'],
  processed: false,
  apply: (answer, { status = 502 }) => ({
    answer: {
      ...withHeader(withBody(answer, pageFor(status)), 'content-type', 'text/html; charset=UTF-8'),
      status,
    },
    wire: { kind: 'whole' },
  }),
};

function pageFor(status: number): string {
  return `<!DOCTYPE html>
<html lang="en"><head><title>api.exa.ai | ${status}</title></head>
<body><h1>Error ${status}</h1><p>The web server reported an error.</p></body></html>
`;
}

/** Parameter `header`: which one ("content-type"; or "retry-after" on a 429, to see a client back off). */
export const missingHeader: Fault = {
  name: 'missing-header',
  does: 'A header is missing.',
  foundBy: 'content-type-conformance',
  parameters: ['header'],
  processed: true,
  apply(answer, { header = 'content-type' }) {
    const name = header.toLowerCase();
    if (!Object.hasOwn(answer.headers, name)) return undefined;
    return { answer: withoutHeader(answer, name), wire: { kind: 'whole' } };
  },
};

/**
 * Parameters `header` and `headerValue` ("retry-after", "soon"). The status is 429 unless `status` says otherwise, for
 * that is where a `Retry-After` is documented, and where a client acts on it.
 */
export const badHeader: Fault = {
  name: 'bad-header',
  does: 'A 429 asks to retry after a time that is no number.',
  foundBy: 'response-headers-conformance',
  parameters: ['header', 'headerValue', 'status'],
  processed: false,
  apply(answer, { header = 'retry-after', headerValue = 'soon', status = 429 }) {
    const name = header.toLowerCase();
    if (name === 'retry-after' && /^\d+$/.test(headerValue)) return undefined;
    const broken = withHeader(withBody(answer, BODY), name, headerValue);
    return { answer: { ...broken, status }, wire: { kind: 'whole' } };
  },
};

/** The bare shape: published for 429. */
const BODY = JSON.stringify({ error: 'Rate limit exceeded' });

/**
 * Parameters `status` (307) and `location`. By default it points to a host that can't exist (RFC 6761), so a
 * client that follows it shows itself without giving the key to anybody.
 */
export const redirect: Fault = {
  name: 'redirect',
  does: 'The answer points to another host.',
  foundBy: 'status-code-conformance',
  parameters: ['status', 'location'],
  statuses: [301, 302, 303, 307, 308],
  processed: false,
  apply: (answer, { status = 307, location = 'https://elsewhere.invalid/' }) => ({
    answer: {
      ...withHeader(withoutHeader(withBody(answer, ''), 'content-type'), 'location', location),
      status,
    },
    wire: { kind: 'whole' },
  }),
};

/** Parameter `status`: which one (418). */
export const undocumentedStatus: Fault = {
  name: 'undocumented-status',
  does: 'The status is one that nothing documents.',
  foundBy: 'status-code-conformance',
  parameters: ['status'],
  processed: false,
  apply(answer, { status = 418 }) {
    if (DOCUMENTED.has(status)) return undefined;
    return { answer: { ...answer, status }, wire: { kind: 'whole' } };
  },
};

/** By the fragment, for both of its operations. */
const DOCUMENTED: ReadonlySet<number> = new Set([
  200, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503, 504,
]);
