import { withBody, withHeader } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

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
