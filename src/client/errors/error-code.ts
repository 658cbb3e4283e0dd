/** Every `code`: the name of the error class in kebab case, without its `Error`. */
export type ErrorCode =
  | 'exa'
  | 'invalid-argument'
  | 'configuration'
  | 'connection'
  | 'timeout'
  | 'aborted'
  | 'redirect'
  | 'response-parse'
  | 'response-too-large'
  | 'response-validation'
  | 'cancel-not-confirmed'
  | StatusErrorCode;

/** The codes of errors that were made by an HTTP status. */
export type StatusErrorCode =
  | 'status'
  | 'bad-request'
  | 'authentication'
  | 'payment-required'
  | 'permission-denied'
  | 'not-found'
  | 'conflict'
  | 'unprocessable-entity'
  | 'rate-limit'
  | 'server';

/** `NotFoundError` -> `not-found` */
export function errorCode(name: string): ErrorCode {
  return name
    .slice(0, -5)
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase() as ErrorCode;
}
