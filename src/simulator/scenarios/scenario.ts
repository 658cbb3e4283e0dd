import type { Assumptions } from '../assumptions.ts';
import type { ErrorAnswer } from '../error-answers.ts';
import type { Timings } from '../lifecycle/timings.ts';

/** What a scenario changes about a server or an enrichment. */
export interface Scenario {
  /** What happens, in one line for people. */
  readonly does: string;
  /** Where it comes from: how far it may be taken for what the live API does. */
  readonly basis: 'observed' | 'published' | 'assumed';
  readonly timings?: Partial<Timings>;
  readonly assumptions?: Partial<Assumptions>;
  /** Answered instead of anything else. */
  readonly refusal?: ErrorAnswer;
}

/** A scenario in which every request is answered with an error. */
export type RefusalScenario = Scenario & { readonly refusal: ErrorAnswer };
