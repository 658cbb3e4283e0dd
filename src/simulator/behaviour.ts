import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import type { ErrorAnswer } from './error-answers.ts';
import { defaultTimings, type Timings } from './lifecycle/timings.ts';
import { type ScenarioName, scenarios } from './scenarios/table.ts';

/** How an enrichment, or the whole server, behaves: what a scenario comes down to. */
export interface Behaviour {
  readonly timings: Timings;
  readonly assumptions: Assumptions;
  /** Answered instead of anything else, if there. */
  readonly refusal: ErrorAnswer | undefined;
}

/**
 * What may be said about the behaviour of a server or an enrichment. `timings` and `assumptions` tune the scenario:
 * they win over it.
 */
export interface BehaviourOptions {
  readonly scenario?: ScenarioName;
  readonly timings?: Partial<Timings>;
  readonly assumptions?: Partial<Assumptions>;
}

const defaults: Behaviour = { timings: defaultTimings, assumptions: defaultAssumptions, refusal: undefined };

/** `base` (a whole server, for an enrichment), changed by `options`. What `base` refuses goes on unless a scenario is given. */
export function behave(options: BehaviourOptions, base: Behaviour = defaults): Behaviour {
  const scenario = options.scenario === undefined ? undefined : scenarios[options.scenario];
  return {
    timings: { ...base.timings, ...scenario?.timings, ...options.timings },
    assumptions: { ...base.assumptions, ...scenario?.assumptions, ...options.assumptions },
    refusal: scenario === undefined ? base.refusal : scenario.refusal,
  };
}
