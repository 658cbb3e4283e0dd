import type { Hooks, RetryEvent } from './hooks.ts';
import type { Logger } from './logger.ts';
import { redact } from './redact.ts';

type Listener = ((event: object) => unknown) | undefined;
type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];

/** Tells whoever listens what happens. The key, where it is known, is struck out of the event first. */
export type Notify = <Name extends keyof Hooks>(name: Name, event: EventOf<Name>, key?: string) => void;

/** Undefined when nobody listens, so that no event is made in vain. */
export function createNotify(hooks: Hooks | undefined, logger: Logger | undefined): Notify | undefined {
  if (!hooks && !logger) return undefined;
  return (name, event, key) => {
    const safe = redact(event, key);
    if (hooks) callSafely(() => (hooks as Record<string, Listener>)[name]?.(safe), logger);
    // Every poll is a request too, and logged as such.
    if (name !== 'onPoll')
      callSafely(() => logger?.debug(`exa-enrichments ${name.slice(2).toLowerCase()}`, lineOf(safe)));
  };
}

/** A hook that fails, now or later, must not make it look as if the cancel had failed. */
export function callSafely(callback: () => unknown, logger?: Logger): void {
  const report = (error: unknown): void => {
    if (logger) callSafely(() => logger.warn('exa-enrichments: a hook failed', { error }));
  };
  try {
    // Not `instanceof Promise`: it may be one of another realm.
    Promise.resolve(callback()).catch(report);
  } catch (error) {
    report(error);
  }
}

function lineOf(event: object): object {
  const { error } = event as Partial<RetryEvent>;
  return error ? { ...event, error: error.message } : event;
}
