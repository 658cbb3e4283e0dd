import { type Answer, jsonAnswer } from '../answer.ts';
import { behave } from '../behaviour.ts';
import { startEnrichment } from '../lifecycle/start-enrichment.ts';
import { assumptionHeader } from '../serve.ts';

const now = Date.UTC(2026, 0, 15, 9, 30);
const { enrichment } = startEnrichment({ id: 'e', websetId: 'w' }, behave({}), now);
const plain = jsonAnswer(200, enrichment, { now: () => now, hex: (bytes) => '0'.repeat(2 * bytes) });

/** An answer with all that there can be to break in one: what a fault makes nothing of, it makes nothing of at all. */
export const sampleAnswer: Answer = {
  ...plain,
  headers: { ...plain.headers, 'retry-after': '1', [assumptionHeader]: 'secondCancel=200' },
};
