import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import type { BareError, GatewayError, ServiceError, StructuredError } from '../answers.ts';
import { isMoment } from '../clock.ts';
import { deprecatedTitle, instructionsFor, titleFor, type WebsetEnrichment } from '../lifecycle.ts';
import type { WebsetBody } from '../operations/websets.ts';
import { refuse, show } from '../options/value-checks.ts';

/**
 * An enrichment for a test, always valid: what is not given is made to go with what is. A canceled one has the
 * title that was observed, one with the format `options` has options, and a date that is not given goes with the other.
 * Every call gives an object of its own, down to its last field: a test may change it.
 *
 * @throws {SimulatorOptionError} where what is given can't be part of an enrichment.
 * @example
 * anEnrichment({ status: 'canceled' }).title; // '[Deprecated]'
 */
export function anEnrichment(given: Partial<WebsetEnrichment> = {}): WebsetEnrichment {
  const own = ownCopy(given);
  const valid = checked({ ...plain(), ...own });
  const { status, description } = valid;
  return checked({
    ...valid,
    ...choiceFor(own),
    ...writtenFor(status, description),
    ...datesFor(own, valid),
    ...own,
  });
}

/** Types do not stop a test in JavaScript: what is no object, or holds a function, gets a reason too. */
function ownCopy(given: Partial<WebsetEnrichment>): Partial<WebsetEnrichment> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse(`anEnrichment takes an object with fields of an enrichment, not ${show(given)}`);
  try {
    return structuredClone(given);
  } catch (error) {
    return refuse(`this is no valid enrichment: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Made anew each time: nobody shares `metadata` with anybody. */
const plain = (): WebsetEnrichment => ({
  id: 'wenrich_01zzzzexamp1eenr1ch0000001',
  object: 'webset_enrichment',
  status: 'pending',
  websetId: 'webset_01zzzzexamp1ewebset0000001',
  title: null,
  description: 'Where is the head office?',
  format: 'text',
  options: null,
  instructions: null,
  metadata: {},
  createdAt: '2026-01-15T09:30:00.000Z',
  updatedAt: '2026-01-15T09:30:00.450Z',
});

/** Types do not stop a test in JavaScript, and say nothing about dates and lengths. */
function checked(enrichment: WebsetEnrichment): WebsetEnrichment {
  if (validateWebsetEnrichment(enrichment)) return enrichment;
  const [error] = validateWebsetEnrichment.errors ?? [];
  return refuse(`this is no valid enrichment: ${error?.instancePath} ${error?.message}`);
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

/** Each date that is not given is as far from the other one as the status says. */
function datesFor(
  given: Partial<WebsetEnrichment>,
  { status, createdAt, updatedAt }: WebsetEnrichment,
): Pick<WebsetEnrichment, 'createdAt' | 'updatedAt'> {
  if (given.createdAt === undefined && given.updatedAt !== undefined)
    return { createdAt: moved(updatedAt, -runFor[status]), updatedAt };
  return { createdAt, updatedAt: moved(createdAt, runFor[status]) };
}

/**
 * A leap second is a date that JavaScript can't read, and before the year 0 and after 9999 are none that RFC 3339 can
 * write: there the other date is the same one.
 */
function moved(date: string, ms: number): string {
  const time = Date.parse(date) + ms;
  return isMoment(time) ? new Date(time).toISOString() : date;
}

/**
 * A Webset for a test, with the fields that were observed. The fragment does not describe Websets, so nothing
 * checks it.
 *
 * @example
 * aWebset({ enrichments: [anEnrichment()] });
 */
export function aWebset(given: Partial<WebsetBody> = {}): WebsetBody {
  return {
    id: 'webset_01zzzzexamp1ewebset0000001',
    object: 'webset',
    status: 'running',
    externalId: null,
    title: null,
    searches: [],
    imports: [],
    enrichments: [],
    monitors: [],
    excludes: [],
    metadata: {},
    createdAt: '2026-01-15T09:29:58.000Z',
    updatedAt: '2026-01-15T09:29:58.000Z',
    ...given,
  };
}

const requestId = '5eed0000c0ffee00000000000000f00d';

/**
 * The body of an error of the gateway: a bad key by default, as observed.
 *
 * @example
 * aGatewayError({ error: 'The service is over capacity', tag: 'SERVICE_OVERLOADED' });
 */
export function aGatewayError(given: Partial<GatewayError> = {}): GatewayError {
  return { requestId, error: 'x-api-key header is invalid', ...given };
}

/**
 * The body of an error of the service: a 404 by default; shape and reason were observed.
 *
 * @example
 * aServiceError({ statusCode: 409, error: 'Conflict', message: 'It is over' });
 */
export function aServiceError(given: Partial<ServiceError> = {}): ServiceError {
  return {
    statusCode: 404,
    timestamp: '2026-01-15T09:30:01.000Z',
    message: 'Enrichment not found',
    error: 'Not Found',
    path: '/v0/websets/webset_01zzzzexamp1ewebset0000001/enrichments/wenrich_01zzzzexamp1eenr1ch0000001',
    ...given,
  };
}

/**
 * The body of an error that says nothing but what went wrong: published for 429.
 *
 * @example
 * Response.json(aBareError(), { status: 429 });
 */
export function aBareError(given: Partial<BareError> = {}): BareError {
  return { error: 'Rate limit exceeded', ...given };
}

/**
 * The body of an error with details of its own: the official SDK parses it; neither published nor observed.
 *
 * @example
 * Response.json(aStructuredError(), { status: 400 });
 */
export function aStructuredError(given: Partial<StructuredError> = {}): StructuredError {
  return { requestId, error: { type: 'invalid_request', code: 'malformed', message: 'Malformed' }, ...given };
}
