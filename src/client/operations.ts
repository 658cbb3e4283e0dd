import { validateWebsetEnrichment } from '../../generated/client-validators.js';
import type { Operation } from './operation.ts';

const CANCEL_PATH = '/v0/websets/{webset}/enrichments/{id}/cancel';
const GET_PATH = '/v0/websets/{webset}/enrichments/{id}';

/** `websets-enrichments-get` */
export const GET: Operation = {
  action: 'read the enrichment',
  path: GET_PATH,
  changes: false,
  validate: validateWebsetEnrichment,
  send: (http, init) => http.GET(GET_PATH, init),
};

/** `websets-enrichments-cancel` */
export const CANCEL: Operation = {
  action: 'cancel the enrichment',
  path: CANCEL_PATH,
  changes: true,
  readBack: GET,
  validate: validateWebsetEnrichment,
  send: (http, init) => http.POST(CANCEL_PATH, init),
};
