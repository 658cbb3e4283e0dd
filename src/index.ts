export type { ApiKey } from './client/api-key.ts';
export type { Many, ManyOptions, ManyProgress, ManyResult } from './client/cancel-many.ts';
export { createClient } from './client/create-client.ts';
export type { Enrichment, EnrichmentRef } from './client/enrichment.ts';
export { AbortedError, isAbortedError } from './client/errors/aborted-error.ts';
export {
  CancelNotConfirmedError,
  isCancelNotConfirmedError,
} from './client/errors/cancel-not-confirmed-error.ts';
export { ConfigurationError, isConfigurationError } from './client/errors/configuration-error.ts';
export { ConnectionError, isConnectionError } from './client/errors/connection-error.ts';
export type { ErrorCode, StatusErrorCode } from './client/errors/error-code.ts';
export { type ErrorDetails, ExaError, isExaError } from './client/errors/exa-error.ts';
export { InvalidArgumentError, isInvalidArgumentError } from './client/errors/invalid-argument-error.ts';
export { isRedirectError, RedirectError } from './client/errors/redirect-error.ts';
export {
  isResponseParseError,
  type ParseFailure,
  ResponseParseError,
} from './client/errors/response-parse-error.ts';
export { isResponseTooLargeError, ResponseTooLargeError } from './client/errors/response-too-large-error.ts';
export {
  isResponseValidationError,
  ResponseValidationError,
  type ValidationIssue,
} from './client/errors/response-validation-error.ts';
export { type ErrorShape, isStatusError, StatusError } from './client/errors/status-error.ts';
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  isAuthenticationError,
  isBadRequestError,
  isConflictError,
  isNotFoundError,
  isPaymentRequiredError,
  isPermissionDeniedError,
  isRateLimitError,
  isServerError,
  isUnprocessableEntityError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './client/errors/status-errors.ts';
export { isTimeoutError, TimeoutError, type TimeoutPhase } from './client/errors/timeout-error.ts';
export type { ExaClient } from './client/exa-client.ts';
export type {
  AttemptEvent,
  Hooks,
  PollEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from './client/hooks.ts';
export type { Logger } from './client/logger.ts';
export type { CallLimits, CallOptions, ClientOptions, Fetch } from './client/options.ts';
export type { CancelOutcome, WaitOptions } from './client/wait.ts';
