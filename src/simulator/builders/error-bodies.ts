import type { BareError, GatewayError, ServiceError, StructuredError } from '../error-bodies.ts';

const requestId = '5eed0000c0ffee00000000000000f00d';

/** The body of an error of the gateway: a bad key by default, as observed. */
export function aGatewayError(given: Partial<GatewayError> = {}): GatewayError {
  return { requestId, error: 'x-api-key header is invalid', ...given };
}

/** The body of an error of the service: a 404 by default; shape and reason were observed. */
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

/** The body of an error that says nothing but what went wrong: published for 429. */
export function aBareError(given: Partial<BareError> = {}): BareError {
  return { error: 'Rate limit exceeded', ...given };
}

/** The body of an error with details of its own: the official SDK parses it; neither published nor observed. */
export function aStructuredError(given: Partial<StructuredError> = {}): StructuredError {
  return { requestId, error: { type: 'invalid_request', code: 'malformed', message: 'Malformed' }, ...given };
}
