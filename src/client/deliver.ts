import { Draft } from './draft.ts';
import type { Fetch } from './options.ts';
import { initWithSignal, type Scope } from './scope.ts';

/** Hands a request to the `fetch` that was given, as a `Request`, or else to that of the platform, the way it likes best. */
export function deliver(request: Request | Draft, given: Fetch | undefined, scope: Scope): Promise<Response> {
  // Looked up now, and not called as a method: a browser's fetch insists on its own `this`.
  const { fetch } = globalThis;
  if (!(request instanceof Draft)) return (given ?? fetch)(request, initWithSignal(scope));
  const { url, init } = request;
  if (given) return given(new Request(url, init), initWithSignal(scope));
  // Made for this attempt alone: nobody else sees the change, and a copy costs.
  init.signal = scope.signal;
  return fetch(url, init);
}
