import type { ErrorShape } from './errors/status-error.ts';

/** What an error body tells, whichever layer wrote it. */
export interface ErrorBody {
  readonly shape: ErrorShape;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  readonly tag?: string | undefined;
  readonly path?: string | undefined;
  readonly timestamp?: string | undefined;
}

/** Understands every shape that was observed or published, and takes anything else without complaint. */
export function readErrorBody(body: unknown): ErrorBody {
  const { requestId, error, tag, statusCode, message, path, timestamp } = fieldsOf(body);
  const nested = fieldsOf(error);
  return {
    shape: shapeOf(statusCode, requestId, error),
    // A service says the reason phrase in `error`, and what happened in `message`.
    message: text(message) ?? text(nested['message']) ?? text(error),
    requestId: text(requestId),
    tag: text(tag) ?? text(nested['code']),
    path: text(path),
    timestamp: text(timestamp),
  };
}

function shapeOf(statusCode: unknown, requestId: unknown, error: unknown): ErrorShape {
  if (typeof statusCode === 'number') return 'service';
  if (typeof error === 'object' && error) return 'structured';
  if (!text(error)) return 'unknown';
  return text(requestId) ? 'gateway' : 'bare';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
