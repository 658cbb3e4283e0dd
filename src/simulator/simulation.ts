import type { Behaviour } from './behaviour.ts';
import type { SimulatorClock } from './clock.ts';
import type { RateLimiter } from './gateway/rate-limiter.ts';
import type { HeaderSource } from './headers.ts';
import type { Incoming } from './incoming.ts';
import type { MishapPlan } from './mishaps/plan.ts';
import type { Redactor } from './redact-keys.ts';
import type { RequestEntry, RequestLog } from './request-log.ts';
import type { SeenExchange } from './seen-exchange.ts';
import type { Store } from './store.ts';

/** Everything that one simulator consists of. */
export interface Simulation extends HeaderSource {
  readonly clock: SimulatorClock;
  readonly store: Store;
  readonly log: RequestLog;
  readonly plan: MishapPlan;
  /** Of the whole server; an enrichment may have one of its own. */
  readonly behaviour: Behaviour;
  /** The same without the server's scenario: what an enrichment with a scenario of its own starts from. */
  readonly plainBehaviour: Behaviour;
  /** The keys that are accepted; `undefined` for every printable one. */
  readonly keys: ReadonlySet<string> | undefined;
  /** The keys that are refused in any case. */
  readonly badKeys: ReadonlySet<string>;
  /** What takes the keys of a request out of all that is shown of it. */
  redactorFor(headers: Incoming['headers']): Redactor;
  /** `undefined`: no limit. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly onRequest: ((entry: RequestEntry) => void) | undefined;
  readonly onExchange: ((exchange: SeenExchange) => void) | undefined;
  createId(prefix: 'webset' | 'wenrich'): string;
}
