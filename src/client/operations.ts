import { validateWebsetEnrichment } from '../../generated/client-validators.js';
import type { Enrichment } from './enrichment.ts';
import { interpret } from './interpret.ts';
import type { Operation } from './operation.ts';
import { initOf, replyOf } from './over-openapi-fetch.ts';
import { readBack } from './read-back.ts';

const CANCEL_PATH = '/v0/websets/{webset}/enrichments/{id}/cancel';
const GET_PATH = '/v0/websets/{webset}/enrichments/{id}';

/** `websets-enrichments-get` */
export const GET: Operation<Enrichment> = {
  action: 'read the enrichment',
  path: GET_PATH,
  changes: false,
  run: async (core, call, parts) =>
    interpret(
      core,
      call,
      replyOf(await core.http.GET(GET_PATH, initOf(call, parts))),
      validateWebsetEnrichment,
    ),
};

/** `websets-enrichments-cancel` */
export const CANCEL: Operation<Enrichment> = {
  action: 'cancel the enrichment',
  path: CANCEL_PATH,
  changes: true,
  run: async (core, call, parts) =>
    interpret(
      core,
      call,
      replyOf(await core.http.POST(CANCEL_PATH, initOf(call, parts))),
      validateWebsetEnrichment,
    ),
  settle: (core, call, refusal, progress) => readBack(core, call, GET, refusal, progress),
};
