/** An error, before it is told which request it answers. */
export interface ErrorAnswer {
  readonly status: number;
  readonly shape: 'gateway' | 'service' | 'bare';
  readonly message: string;
  readonly tag?: string;
  /** Whole seconds, for `Retry-After`. */
  readonly retryAfter?: number;
}

export const missingKey: ErrorAnswer = { status: 401, shape: 'gateway', message: 'No API key given' };

/** Observed: 400 and no tag, where 401 is published. */
export const badKey: ErrorAnswer = { status: 400, shape: 'gateway', message: 'x-api-key header is invalid' };

/** Published. Nobody has observed what a bad bearer token answers, and the observed words name the other header. */
export const badBearer: ErrorAnswer = {
  status: 401,
  shape: 'gateway',
  message: 'Invalid API key',
  tag: 'INVALID_API_KEY',
};

export const enrichmentNotFound: ErrorAnswer = {
  status: 404,
  shape: 'service',
  message: 'Enrichment not found',
};
export const websetNotFound: ErrorAnswer = { status: 404, shape: 'service', message: 'Webset not found' };

/** Published, tag and all; `seconds` until the next request is allowed. */
export function rateLimited(seconds: number): ErrorAnswer {
  return {
    status: 429,
    shape: 'gateway',
    message: 'Rate limit exceeded',
    tag: 'RATE_LIMIT_EXCEEDED',
    retryAfter: seconds,
  };
}
