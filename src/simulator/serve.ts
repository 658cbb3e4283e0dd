import { type Answer, errorAnswer, jsonAnswer } from './answer.ts';
import { type ErrorAnswer, rateLimited } from './error-answers.ts';
import { checkKey } from './gateway/check-key.ts';
import type { Incoming } from './incoming.ts';
import type { ServiceAnswer } from './operations/operation.ts';
import { basePath, type Route, route } from './route.ts';
import type { Simulation } from './simulation.ts';

/** An answer, with what the log and the faults need to know about the request. */
export interface Served {
  readonly answer: Answer;
  readonly route: Route | undefined;
  readonly assumed: string | undefined;
}

/**
 * Decides what a request is answered with: the key first, then what the whole server refuses, then the rate
 * limit, then the operation. With `takesEffect` false nothing but the answer comes of it.
 */
export function serve(incoming: Incoming, simulation: Simulation, takesEffect: boolean): Served {
  const path = withoutBase(incoming.url.pathname);
  const found = path === undefined ? 'unknown' : route(incoming.method, path);
  const served = answerFor(incoming, found, simulation, takesEffect);
  const answer =
    'error' in served
      ? errorAnswer(served.error, path ?? incoming.url.pathname, simulation)
      : jsonAnswer(served.status, served.value, simulation);
  return {
    answer: served.assumed === undefined ? answer : marked(answer, served.assumed),
    route: typeof found === 'string' ? undefined : found,
    assumed: served.assumed,
  };
}

function answerFor(
  incoming: Incoming,
  found: ReturnType<typeof route>,
  simulation: Simulation,
  takesEffect: boolean,
): ServiceAnswer {
  const now = simulation.now();
  const refusal = refusalAtTheGate(incoming, simulation, now);
  if (refusal !== undefined) return { error: refusal };
  if (found === 'undecodable') return { error: undecodable };
  if (found === 'unknown') return { error: nothingThere(incoming) };
  const { operation, parameters } = found;
  return operation.serve({ parameters, body: incoming.body, now, takesEffect }, simulation);
}

function refusalAtTheGate(incoming: Incoming, simulation: Simulation, now: number): ErrorAnswer | undefined {
  const checked = checkKey(incoming.headers, simulation.keys);
  if ('refusal' in checked) return checked.refusal;
  if (simulation.behaviour.refusal !== undefined) return simulation.behaviour.refusal;
  const wait = simulation.rateLimiter?.take(checked.key, now);
  return wait === undefined ? undefined : rateLimited(wait);
}

/** The path behind `/websets`, or `undefined` where the request was not for that part of the host at all. */
function withoutBase(pathname: string): string | undefined {
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined;
}

/** An answer that rests on an assumption says so itself: it may end up in a recording, far from the options. */
function marked(answer: Answer, assumed: string): Answer {
  return { ...answer, headers: { ...answer.headers, [assumptionHeader]: assumed } };
}

export const assumptionHeader = 'x-simulator-assumption';

/** The words are those of the framework that the observed 404 seems to come from. */
function nothingThere({ method, url }: Incoming): ErrorAnswer {
  return { status: 404, shape: 'service', message: `Cannot ${method} ${url.pathname}` };
}

const undecodable: ErrorAnswer = { status: 400, shape: 'service', message: 'The path can not be decoded' };
