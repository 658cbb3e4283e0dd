import { websetNotFound } from '../error-answers.ts';
import { askCancel } from '../lifecycle/ask-cancel.ts';
import type { SimulatedOperation } from './operation.ts';
import { websetBody } from './webset-body.ts';

/**
 * The destructive neighbour: stops the whole Webset. It really does so here, so that a test can see that a
 * client never got to it.
 */
export const cancelWebset: SimulatedOperation = {
  operationId: 'websets-cancel',
  method: 'POST',
  path: '/v0/websets/{webset}/cancel',
  serve({ parameters, now }, { store }) {
    const webset = store.webset(parameters['webset'] ?? '');
    if (webset === undefined) return { error: websetNotFound };
    const canceled = { ...webset, canceledAt: webset.canceledAt ?? now };
    const asked = [...webset.enrichments.keys()]
      .flatMap((id) => store.enrichment(webset, id, now) ?? [])
      .map((state) => askCancel(state, now).state);
    return {
      status: 200,
      value: websetBody(
        canceled,
        asked.map(({ enrichment }) => enrichment),
      ),
      effect() {
        store.replaceWebset(canceled);
        for (const state of asked) store.putEnrichment(canceled, state);
      },
    };
  },
};
