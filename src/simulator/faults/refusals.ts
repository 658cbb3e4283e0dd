import { badKey, type ErrorAnswer, enrichmentNotFound, rateLimited } from '../answers.ts';

export const refusalNames = [
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
export type RefusalName = (typeof refusalNames)[number];

/** An error of the API that answers a request: a fault that one meets, or the scenario in which all do. */
interface Refusal {
  /** What the scenario does, in one line for people. */
  readonly does: string;
  readonly basis: 'observed' | 'published' | 'assumed';
  readonly refusal: ErrorAnswer;
}

/** By name. The words of the errors are invented but for two. */
export const refusals: Readonly<Record<RefusalName, Refusal>> = {
  'bad-request': refuses(400, 'The request is malformed'),
  'bad-key': { does: 'Every key is refused: 400 from the gateway.', basis: 'observed', refusal: badKey },
  unauthorized: refuses(401, 'Invalid API key', 'INVALID_API_KEY'),
  'no-credits': refuses(402, 'No credits left', 'NO_MORE_CREDITS'),
  'budget-exceeded': refuses(402, 'The budget of this key is spent', 'API_KEY_BUDGET_EXCEEDED'),
  'team-budget-exceeded': refuses(402, 'The budget of this team is spent', 'TEAM_BUDGET_EXCEEDED'),
  'feature-disabled': refuses(403, 'This feature is not part of your plan', 'FEATURE_DISABLED'),
  'not-found': {
    does: 'No enrichment is known: 404 from the service.',
    basis: 'observed',
    refusal: enrichmentNotFound,
  },
  conflict: refuses(409, 'The enrichment is in another state'),
  unprocessable: refuses(422, 'The request can not be processed'),
  'rate-limited': {
    does: 'Every request is answered 429 RATE_LIMIT_EXCEEDED, with `Retry-After: 1`.',
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

/** Status and tag are published. */
function refuses(status: number, message: string, tag?: string): Refusal {
  const refusal: ErrorAnswer = { status, shape: 'gateway', message, ...(tag === undefined ? {} : { tag }) };
  const detail = tag === undefined ? '' : ` ${tag}`;
  return { does: `Every request is answered ${status}${detail}.`, basis: 'published', refusal };
}
