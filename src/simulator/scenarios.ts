import type { Assumptions } from './assumptions.ts';
import { badKey, type ErrorAnswer, enrichmentNotFound, rateLimited } from './error-answers.ts';
import type { Timings } from './lifecycle/timings.ts';

/** What a scenario changes about a server or an enrichment. */
export interface Scenario {
  /** What happens, in one line for people. */
  readonly does: string;
  /** Where it comes from; `invented` where the status is published and nothing more. */
  readonly basis: 'observed' | 'published' | 'assumed';
  readonly timings?: Partial<Timings>;
  readonly assumptions?: Partial<Assumptions>;
  readonly refusal?: ErrorAnswer;
}

export const scenarioNames = [
  'async-cancel',
  'instant',
  'completes-first',
  'never-confirms',
  'second-cancel-200',
  'second-cancel-400',
  'second-cancel-409',
  'cancel-completed-200',
  'cancel-completed-400',
  'cancel-completed-409',
  'bad-request',
  'bad-key',
  'unauthorized',
  'no-credits',
  'budget-exceeded',
  'team-budget-exceeded',
  'feature-disabled',
  'not-found',
  'conflict',
  'unprocessable',
  'rate-limited',
  'rate-limited-bare',
  'internal-error',
  'internal-error-service',
  'bad-gateway',
  'overloaded',
  'deadline-exceeded',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** All scenarios, by name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'async-cancel': {
    does: 'A cancel answers 200 with `pending`; seconds later a read says `canceled`.',
    basis: 'observed',
  },
  instant: {
    does: 'A cancel answers 200 with `canceled`.',
    basis: 'published',
    timings: { cancelTakes: 0 },
  },
  'completes-first': {
    does: 'A cancel answers 200 with `pending`, and the enrichment ends `completed` all the same.',
    basis: 'published',
    timings: { cancelTakes: null, completesAfterCancel: 3_000 },
  },
  'never-confirms': {
    does: 'A cancel answers 200 with `pending`, and every later read says `pending`.',
    basis: 'assumed',
    timings: { cancelTakes: null },
  },
  'second-cancel-200': secondCancel(200),
  'second-cancel-400': secondCancel(400),
  'second-cancel-409': secondCancel(409),
  'cancel-completed-200': cancelCompleted(200),
  'cancel-completed-400': cancelCompleted(400),
  'cancel-completed-409': cancelCompleted(409),
  'bad-request': refuses(400, 'The request is malformed'),
  'bad-key': { does: 'Every key is refused with 400.', basis: 'observed', refusal: badKey },
  unauthorized: refuses(401, 'Invalid API key', 'INVALID_API_KEY'),
  'no-credits': refuses(402, 'No credits left', 'NO_MORE_CREDITS'),
  'budget-exceeded': refuses(402, 'The budget of this key is spent', 'API_KEY_BUDGET_EXCEEDED'),
  'team-budget-exceeded': refuses(402, 'The budget of this team is spent', 'TEAM_BUDGET_EXCEEDED'),
  'feature-disabled': refuses(403, 'This feature is not part of your plan', 'FEATURE_DISABLED'),
  'not-found': { does: 'No enrichment is known.', basis: 'observed', refusal: enrichmentNotFound },
  conflict: refuses(409, 'The enrichment is in another state'),
  unprocessable: refuses(422, 'The request can not be processed'),
  'rate-limited': {
    does: 'Every request is answered 429, with `Retry-After: 1`.',
    basis: 'published',
    refusal: rateLimited(1),
  },
  'rate-limited-bare': {
    does: 'Every request is answered 429 with `{error}` alone, and no `Retry-After`.',
    basis: 'published',
    refusal: { status: 429, shape: 'bare', message: 'Rate limit exceeded' },
  },
  'internal-error': refuses(500, 'Internal server error'),
  'internal-error-service': {
    does: 'Every request is answered 500, in the shape of the service.',
    basis: 'assumed',
    refusal: { status: 500, shape: 'service', message: 'Internal server error' },
  },
  'bad-gateway': refuses(502, 'Bad gateway'),
  overloaded: refuses(503, 'The service is over capacity', 'SERVICE_OVERLOADED'),
  'deadline-exceeded': refuses(504, 'Deadline exceeded'),
};

/** Status and tag are published; the words are invented. */
function refuses(status: number, message: string, tag?: string): Scenario {
  const refusal: ErrorAnswer = { status, shape: 'gateway', message, ...(tag === undefined ? {} : { tag }) };
  const detail = tag === undefined ? '' : ` ${tag}`;
  return { does: `Every request is answered ${status}${detail}.`, basis: 'published', refusal };
}

function secondCancel(verdict: Assumptions['secondCancel']): Scenario {
  const does = `As async-cancel; a second cancel answers ${verdict}.`;
  return { does, basis: 'assumed', assumptions: { secondCancel: verdict } };
}

/** The enrichment is over before anybody can cancel it, or the scenario would never be seen. */
function cancelCompleted(verdict: Assumptions['cancelCompleted']): Scenario {
  const does = `The enrichment is already completed; a cancel answers ${verdict}.`;
  return { does, basis: 'assumed', assumptions: { cancelCompleted: verdict }, timings: { runsFor: 0 } };
}
