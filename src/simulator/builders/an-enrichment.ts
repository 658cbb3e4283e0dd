import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import type { WebsetEnrichment } from '../lifecycle/enrichment.ts';
import { deprecatedTitle, instructionsFor, titleFor } from '../lifecycle/words.ts';
import { refuse } from '../options/check.ts';

/**
 * An enrichment for a test, always valid: what is not given is made to go with what is. A canceled one has the
 * title that was observed, one with the format `options` has options, and `updatedAt` is not before `createdAt`.
 *
 * @throws {SimulatorOptionError} where what is given can't be part of an enrichment.
 */
export function anEnrichment(given: Partial<WebsetEnrichment> = {}): WebsetEnrichment {
  const status = given.status ?? 'pending';
  const description = given.description ?? 'Where is the head office?';
  const createdAt = given.createdAt ?? '2026-01-15T09:30:00.000Z';
  const enrichment: WebsetEnrichment = {
    id: 'wenrich_01zzzzexamp1eenr1ch0000001',
    object: 'webset_enrichment',
    status,
    websetId: 'webset_01zzzzexamp1ewebset0000001',
    ...writtenFor(status, description),
    description,
    ...choiceFor(given),
    metadata: {},
    createdAt,
    updatedAt: later(createdAt, runFor[status]),
    ...given,
  };
  if (validateWebsetEnrichment(enrichment)) return enrichment;
  const [error] = validateWebsetEnrichment.errors ?? [];
  return refuse(
    `this is no valid enrichment: ${error?.instancePath} ${error?.message}`.replace(/ {2,}/g, ' '),
  );
}

type Status = WebsetEnrichment['status'];

/** From `createdAt` to `updatedAt` in milliseconds; the one of `canceled` was observed. */
const runFor: Readonly<Record<Status, number>> = { pending: 450, canceled: 7_800, completed: 52_125 };

/** The title and the instructions are null until the API has written them. */
function writtenFor(status: Status, description: string): Pick<WebsetEnrichment, 'title' | 'instructions'> {
  if (status === 'pending') return { title: null, instructions: null };
  const title = status === 'canceled' ? deprecatedTitle : titleFor(description);
  return { title, instructions: instructionsFor(description) };
}

function choiceFor(given: Partial<WebsetEnrichment>): Pick<WebsetEnrichment, 'format' | 'options'> {
  if (given.format === 'options')
    return { format: 'options', options: [{ label: 'small' }, { label: 'large' }] };
  const hasOptions = given.options !== undefined && given.options !== null;
  return { format: hasOptions ? 'options' : 'text', options: null };
}

/** A date that can't be read is left to the validator to refuse. */
function later(date: string, ms: number): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time + ms).toISOString();
}
