import { Draft } from './draft.ts';
import type { Fetch } from './options.ts';
import { initWithSignal, type Scope } from './scope.ts';

/** Hands a request to the `fetch` that was given, as a `Request`, or else to that of the platform, the way it likes best. */
export function deliver(request: Request | Draft, given: Fetch | undefined, scope: Scope): Promise<Response> {
  // Looked up now, and not called as a method: a browser's fetch insists on its own `this`.
  const { fetch } = globalThis;
  if (!(request instanceof Draft)) return (given ?? fetch)(request, initWithSignal(scope));
  const { url, init } = request;
  return given
    ? given(new Request(url, init), initWithSignal(scope))
    : fetch(url, { ...init, signal: scope.signal });
}
