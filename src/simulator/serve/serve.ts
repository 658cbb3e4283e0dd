import {
  type Answer,
  type ErrorAnswer,
  enrichmentNotFound,
  errorAnswer,
  jsonAnswer,
  rateLimited,
} from '../answers.ts';
import type { Delivery, Fault } from '../faults/fault.ts';
import type { FaultOptions } from '../faults/fault-plan.ts';
import { faults } from '../faults/fault-table.ts';
import { basePath, type NoRoute, type Route, route } from '../operations/operation-table.ts';
import type { ServiceAnswer } from '../operations/simulated-operation.ts';
import type { Simulation } from '../simulation.ts';
import { checkKey } from './gateway.ts';
import { type Arrival, type Incoming, logRequest, logUnserved } from './request-log.ts';
import { seenExchange } from './seen-exchange.ts';

/** Answers one request, with whatever fault it meets; logs it, and shows it to those who look on. */
export function exchange(incoming: Incoming, simulation: Simulation): Delivery {
  const at = simulation.now();
  const found = findRoute(incoming);
  const known = typeof found === 'string' ? undefined : found;
  const operationId = known?.operation.operationId;
  const struck = serveStruck(incoming, operationId, simulation);
  const { delivery, fault, assumed } = struck;
  const { status } = delivery.answer;
  const parameters = known?.parameters ?? {};
  const entry = logRequest(incoming, { at, operationId, parameters, status, fault, assumed }, simulation);
  const { onExchange } = simulation;
  if (onExchange !== undefined && isDelivered(delivery)) {
    onExchange(seenExchange(incoming, delivery.answer, entry, simulation.redactorFor(incoming.headers)));
  }
  return delivery;
}

/** Whether the whole answer gets there, so that there is an exchange to record. */
function isDelivered({ wire }: Delivery): boolean {
  return wire.kind === 'whole' || wire.kind === 'delayed' || wire.kind === 'dripping';
}

/** What a request comes to, fault and all. */
interface Struck {
  readonly delivery: Delivery;
  /** The name of what struck, if anything did. */
  readonly fault: string | undefined;
  readonly assumed: string | undefined;
}

/** Serves a request for an operation, if it is for one, with whatever fault it meets. */
function serveStruck(incoming: Incoming, operationId: string | undefined, simulation: Simulation): Struck {
  const { answer, assumed, effect } = serve(incoming, simulation);
  const strike = simulation.plan.next(operationId, (fault) => strikeBy(fault, answer, incoming, simulation));
  if (strike?.processed ?? true) effect?.();
  return { delivery: strike?.delivery ?? { answer, wire: { kind: 'whole' } }, fault: strike?.name, assumed };
}

interface Strike {
  readonly name: string;
  readonly delivery: Delivery;
  /** Whether the request takes effect all the same. */
  readonly processed: boolean;
}

/** What a fault makes of an answer; `undefined` where there is nothing to break. */
function strikeBy(
  options: FaultOptions,
  answer: Answer,
  { url }: Incoming,
  simulation: Simulation,
): Strike | undefined {
  const { name, apply, processed }: Fault = faults[options.fault];
  const delivery = apply(answer, options, (error) => errorAnswer(error, servicePath(url), simulation));
  return delivery && { name, delivery, processed: options.processed ?? processed };
}

/** An answer, and what it rests on. */
interface Served {
  readonly answer: Answer;
  readonly assumed: string | undefined;
  /** What the request changes, still to be done. */
  readonly effect: (() => void) | undefined;
}

/**
 * Decides what a request is answered with: the key first, then what the whole server refuses, then the rate
 * limit, then the operation, which knows what an enrichment refuses by itself.
 * Nothing but the answer comes of it until the effect is done.
 */
function serve(incoming: Incoming, simulation: Simulation): Served {
  const served = answerFor(incoming, simulation);
  const answer =
    'error' in served
      ? errorAnswer(served.error, servicePath(incoming.url), simulation)
      : jsonAnswer(served.status, served.value, simulation);
  return {
    answer: served.assumed === undefined ? answer : marked(answer, served.assumed),
    assumed: served.assumed,
    effect: served.effect,
  };
}

function answerFor(incoming: Incoming, simulation: Simulation): ServiceAnswer {
  const now = simulation.now();
  const found = findRoute(incoming);
  const refusal = refusalAtTheGate(incoming, found, simulation, now);
  if (refusal !== undefined) return { error: refusal };
  if (found === 'undecodable') return { error: undecodable };
  if (found === 'unknown') return { error: nothingThere(incoming) };
  const { operation, parameters } = found;
  const { body, headers } = incoming;
  const contentType = body === undefined ? null : headers.get('content-type');
  return operation.serve({ parameters, body, contentType, now }, simulation);
}

function refusalAtTheGate(
  incoming: Incoming,
  found: Route | NoRoute,
  simulation: Simulation,
  now: number,
): ErrorAnswer | undefined {
  const checked = checkKey(incoming.headers, simulation);
  if ('refusal' in checked) return checked.refusal;
  const { refusal } = simulation.behaviour;
  if (refusal !== undefined && isRefused(refusal, found, simulation, now)) return refusal;
  const wait = simulation.rateLimiter?.take(checked.key, now);
  return wait === undefined ? undefined : rateLimited(wait);
}

/** Whether what the server refuses is refused here: an enrichment with a scenario of its own is left to that. */
function isRefused(
  refusal: ErrorAnswer,
  found: Route | NoRoute,
  { store }: Simulation,
  now: number,
): boolean {
  const { webset, id }: Route['parameters'] = typeof found === 'string' ? {} : found.parameters;
  // That no enrichment is known says nothing about a Webset.
  if (id === undefined) return refusal !== enrichmentNotFound;
  const known = store.webset(webset ?? '');
  const state = known && store.enrichment(known, id, now);
  return state === undefined || state.behaviour.refusal === refusal;
}

/** What a request is for. Outside of the base path there is nothing. */
function findRoute({ method, url }: Incoming): Route | NoRoute {
  return isUnderBase(url) ? route(method, servicePath(url)) : 'unknown';
}

/** The path as the service sees it, and repeats it in its errors: without the `/websets` of the server. */
function servicePath(url: URL): string {
  return isUnderBase(url) ? url.pathname.slice(basePath.length) : url.pathname;
}

function isUnderBase({ pathname }: URL): boolean {
  return pathname.startsWith(`${basePath}/`);
}

/** An answer that rests on an assumption says so itself: it may end up in a recording, far from the options. */
function marked(answer: Answer, assumed: string): Answer {
  return { ...answer, headers: { ...answer.headers, [assumptionHeader]: assumed } };
}

/** Names what an answer assumes. */
export const assumptionHeader = 'x-simulator-assumption';

/** The words are those of the framework that the observed 404 seems to come from. */
function nothingThere({ method, url }: Incoming): ErrorAnswer {
  return { status: 404, shape: 'service', message: `Cannot ${method} ${servicePath(url)}` };
}

const undecodable: ErrorAnswer = { status: 400, shape: 'service', message: 'The path can not be decoded' };

/** Answers a request that could not be read, and logs it. There is no exchange to record: half of one is none. */
export function refuseUnread(arrival: Arrival, error: ErrorAnswer, simulation: Simulation): Delivery {
  const answer = errorAnswer(error, arrival.url.pathname, simulation);
  logUnserved(arrival, { at: simulation.now(), status: error.status }, simulation);
  return { answer, wire: { kind: 'whole' } };
}
