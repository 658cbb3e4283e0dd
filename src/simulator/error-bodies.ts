import type { components } from '../../generated/schema.js';

export type GatewayError = components['schemas']['GatewayError'];
export type ServiceError = components['schemas']['ServiceError'];
export type StructuredError = components['schemas']['StructuredError'];
export type BareError = components['schemas']['BareError'];
export type ErrorBody = components['schemas']['Error'];

/** An error of the gateway in front of the service. Observed without a tag. */
export function gatewayError(requestId: string, error: string, tag?: string): GatewayError {
  return tag === undefined ? { requestId, error } : { requestId, error, tag };
}

/** An error of the Websets service itself, at `now` (milliseconds). `path` is without the `/websets` prefix. */
export function serviceError(statusCode: number, message: string, path: string, now: number): ServiceError {
  const error = reasonPhrases[statusCode] ?? 'Error';
  return { statusCode, timestamp: new Date(now).toISOString(), message, error, path };
}

const reasonPhrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
};
