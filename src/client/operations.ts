import { validateWebsetEnrichment } from '../../generated/client-validators.js';
import type { Enrichment } from './enrichment.ts';
import { interpret } from './interpret.ts';
import type { Operation } from './operation.ts';
import { initOf, replyOf } from './over-openapi-fetch.ts';
import { readBack } from './read-back.ts';

const GET_PATH = '/v0/websets/{webset}/enrichments/{id}';
const CANCEL_PATH = '/v0/websets/{webset}/enrichments/{id}/cancel';

/** `websets-enrichments-get` */
export const GET: Operation<Enrichment> = {
  action: 'read the enrichment',
  method: 'GET',
  path: GET_PATH,
  changes: false,
  async run(core, call, parts) {
    const reply = replyOf(await core.http.GET(GET_PATH, initOf(call, parts)));
    return interpret(core, call, reply, validateWebsetEnrichment);
  },
};

/** `websets-enrichments-cancel` */
export const CANCEL: Operation<Enrichment> = {
  action: 'cancel the enrichment',
  method: 'POST',
  path: CANCEL_PATH,
  changes: true,
  async run(core, call, parts) {
    const reply = replyOf(await core.http.POST(CANCEL_PATH, initOf(call, parts)));
    return interpret(core, call, reply, validateWebsetEnrichment);
  },
  settle: (core, call, refusal, progress) => readBack(core, call, GET, refusal, progress),
};
