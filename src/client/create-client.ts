import { call } from './call.ts';
import { cancelAndWait } from './cancel-and-wait.ts';
import { cancelMany } from './cancel-many.ts';
import type { Http } from './core.ts';
import { createCore } from './create-core.ts';
import type { ExaClient } from './exa-client.ts';
import { CANCEL, GET } from './operations.ts';
import type { ClientOptions } from './options.ts';
import { createRaw } from './raw.ts';
import { type Runtime, systemRuntime } from './runtime.ts';

/**
 * Makes a client for one server and one key. Nothing is sent, and the key is not looked for before the first call.
 *
 * @throws {ConfigurationError} at once, for options that can't be right; the only function here that throws
 */
export function createClient(options?: ClientOptions): ExaClient {
  return createClientOn(systemRuntime, options);
}

/** {@link createClient} with time and chance in the hands of the caller: for tests. */
export function createClientOn(runtime: Runtime, options: ClientOptions = {}): ExaClient {
  const core = createCore(runtime, options);
  let raw: Http | undefined;
  return {
    cancel: (ref, callOptions) => call(core, CANCEL, ref, callOptions),
    get: (ref, callOptions) => call(core, GET, ref, callOptions),
    cancelAndWait: (ref, waitOptions) => cancelAndWait(core, ref, waitOptions),
    cancelMany: (refs, manyOptions) => cancelMany(core, refs, manyOptions),
    get raw() {
      raw ??= createRaw(core);
      return raw;
    },
  };
}
