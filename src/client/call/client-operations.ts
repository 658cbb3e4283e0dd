import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import type { paths } from '../../../generated/schema.js';
import type { Core, Http } from '../core.ts';
import type { Enrichment } from '../enrichment.ts';
import { ResponseValidationError } from '../errors.ts';
import { callSafely } from '../hooks.ts';
import { parseJson } from '../http/parse-success.ts';
import { createStatusError } from '../http/status-error.ts';
import { redactError } from '../redact.ts';
import type { Answer, Call, Operation } from './operation.ts';
import { readBack } from './read-back.ts';

/** The two ids, as the path parameters are named. */
type Ids = paths[typeof CANCEL_PATH]['post']['parameters']['path'];

const GET_PATH = '/v0/websets/{webset}/enrichments/{id}';
const CANCEL_PATH = '/v0/websets/{webset}/enrichments/{id}/cancel';

/** What openapi-fetch is told in each call. As a stream, it leaves the body of a success to us. */
type Init = {
  readonly params: { readonly path: Ids };
  readonly pathSerializer: () => string;
  readonly headers: Record<string, string>;
  readonly parseAs: 'stream';
  readonly fetch: (request: Request) => Promise<Response>;
};

/** `websets-enrichments-get` */
export const GET: Operation<Enrichment> = {
  action: 'read the enrichment',
  method: 'GET',
  path: GET_PATH,
  changes: false,
  run: typed((http, init) => http.GET(GET_PATH, init)),
};

/** `websets-enrichments-cancel` */
export const CANCEL: Operation<Enrichment> = {
  action: 'cancel the enrichment',
  method: 'POST',
  path: CANCEL_PATH,
  changes: true,
  run: typed((http, init) => http.POST(CANCEL_PATH, init)),
  settle: (core, call, refusal, progress) => readBack(core, call, GET, refusal, progress),
};

/** An operation on one enrichment that answers with it. */
function typed(
  sent: (http: Http, init: Init) => Promise<{ readonly response: Response }>,
): Operation<Enrichment>['run'] {
  return async (core, call, transport) => {
    const { url, headers, key } = call;
    const { webset, id } = call.params;
    // openapi-fetch would read the body of an error itself, however large.
    const refuse = (answer: Answer): never => {
      throw createStatusError(answer, core.runtime.date(), key, call.operation.changes);
    };
    const { response } = await sent(core.http, {
      params: { path: { webset: String(webset), id: String(id) } },
      // Written already, and compared with what becomes of it in the request.
      pathSerializer: () => url,
      headers,
      parseAs: 'stream',
      fetch: (request) => transport.send(request, refuse),
    });
    return understand(core, call, await transport.read(response));
  };
}

/** What a success means: an enrichment that matches the schema, or an error that says what it is instead. */
function understand({ logger }: Core, call: Call<Enrichment>, answer: Answer): Enrichment {
  const { params, limits, key, thread } = call;
  const { status, headers } = answer;
  thread.headers = headers;
  const body = parseJson(answer);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  // Whatever the validation: that another one is canceled says nothing about this one. (The Webset can't be told by its
  // id: it may have been addressed by its externalId.)
  const { id } = Object(body);
  const isOther = typeof id === 'string' && id !== params['id'];
  if (limits.validation === 'off' && isObject && !isOther) return body as Enrichment;
  if (validateWebsetEnrichment(body) && !isOther) return body;
  const issues = isOther
    ? [{ path: '/id', message: 'must be the id that was asked for', keyword: 'const' }]
    : (validateWebsetEnrichment.errors ?? []).map(({ instancePath, message, keyword }) => ({
        path: instancePath,
        message,
        keyword,
      }));
  const list = issues.slice(0, 3).map(({ path, message }) => `${path} ${message}`.trim());
  const error = new ResponseValidationError(
    `the answer (${status}) is not as documented: ${list.join('; ')}.`,
    {
      status,
      issues,
      body,
      requestId: headers.get('x-request-id') ?? undefined,
      mayHaveSucceeded: true,
    },
  );
  if (limits.validation === 'error' || !isObject || isOther) throw error;
  const { message } = redactError(error, key);
  callSafely(() => logger?.warn(`exa-enrichments: ${message}`, { issues: error.issues }));
  return body as Enrichment;
}
