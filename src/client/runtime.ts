/** Everything that differs from run to run: passed in, so that tests can hold it still. All times in milliseconds. */
export interface Runtime {
  /** A clock that never jumps, for durations. */
  now(): number;
  /** The wall clock, milliseconds since the epoch: only to compare with dates that a server sent. */
  date(): number;
  /** In [0, 1). */
  random(): number;
  /** Calls back after `ms`; returns what stops it. */
  after(ms: number, callback: () => void): () => void;
}

/** Timers take a signed 32-bit number and fire at once for anything above it. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** The clock, dice and timers of the platform, looked up at each use so that fake timers work. */
export const systemRuntime: Runtime = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.ceil(ms), MAX_DELAY_MS));
    return () => clearTimeout(timer);
  },
};

/** Lets timers run, and with them an abort or a timeout: what goes on in promises alone would never let them. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

interface Global {
  readonly process?: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly versions?: Readonly<Record<string, string | undefined>>;
  };
  readonly navigator?: { readonly userAgent?: string };
}

/** An environment variable, where there is an environment: not in a browser, and not in Deno without permission. */
export function readEnvironment(name: string): string | undefined {
  try {
    return (globalThis as Global).process?.env?.[name];
  } catch {
    return undefined;
  }
}

/** Only browsers, their workers included, call themselves Mozilla; Node, Deno, Bun and workerd go by their names. */
export function isBrowser(): boolean {
  return (globalThis as Global).navigator?.userAgent?.startsWith('Mozilla/') === true;
}

/** Where undici keeps what all of Node's `fetch` goes through; a program may have put something else there. */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

/**
 * The environment variable that names a proxy which Node's own `fetch` takes no notice of; undefined where there is
 * none, where the host is an exception to it, or where somebody saw to it that `fetch` uses it.
 */
export function ignoredProxy(host: string): string | undefined {
  const { versions } = (globalThis as Global).process ?? {};
  if (!versions?.['node'] || versions['bun'] || versions['deno']) return undefined;
  const { [DISPATCHER]: dispatcher } = globalThis as { readonly [DISPATCHER]?: object };
  if (dispatcher && dispatcher.constructor.name !== 'Agent') return undefined;
  if (readEnvironment('NODE_USE_ENV_PROXY') || /--use-env-proxy/.test(readEnvironment('NODE_OPTIONS') ?? ''))
    return undefined;
  const exceptions = (readEnvironment('no_proxy') ?? readEnvironment('NO_PROXY') ?? '').split(/[\s,]+/);
  if (exceptions.some((name) => name && (name === '*' || host.endsWith(name.replace(/^\*/, '')))))
    return undefined;
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((name) => readEnvironment(name));
}
