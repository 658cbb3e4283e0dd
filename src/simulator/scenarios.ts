import type { ErrorAnswer } from './answers.ts';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { type RefusalName, refusalNames, refusals } from './faults/refusals.ts';
import { type Behaviour, defaultTimings, type Timings } from './lifecycle.ts';

/** What a scenario changes about a server or an enrichment. */
export interface Scenario {
  /** What happens, in one line for people. */
  readonly does: string;
  /** Where it comes from: how far it may be taken for what the live API does. */
  readonly basis: 'observed' | 'published' | 'assumed';
  readonly timings?: Partial<Timings>;
  readonly assumptions?: Partial<Assumptions>;
  /** The fault that every request meets: what it is answered with instead of anything else. */
  readonly refusal?: ErrorAnswer;
}

const lifecycleNames = [
  'async-cancel',
  'instant',
  'completes-first',
  'never-confirms',
  'second-cancel-200',
  'second-cancel-400',
  'second-cancel-409',
  'cancel-completed-200',
  'cancel-completed-400',
  'cancel-completed-409',
] as const;
export type LifecycleName = (typeof lifecycleNames)[number];

/** The scenarios in which a cancel is answered by the enrichment, or by an assumption about it. */
const lifecycleScenarios: Readonly<Record<LifecycleName, Scenario>> = {
  'async-cancel': {
    does: 'A cancel answers 200 with `pending`; seconds later a read says `canceled`.',
    basis: 'observed',
  },
  instant: {
    does: 'A cancel answers 200 with `canceled`.',
    basis: 'published',
    timings: { cancelTakes: 0, completesAfterCancel: null },
  },
  'completes-first': {
    does: 'A cancel answers 200 with `pending`, and the enrichment ends `completed` all the same.',
    basis: 'assumed',
    timings: { cancelTakes: null, completesAfterCancel: 3_000 },
  },
  'never-confirms': {
    does: 'A cancel answers 200 with `pending`, and every later read says `pending`.',
    basis: 'assumed',
    timings: { cancelTakes: null, completesAfterCancel: null, runsFor: null },
  },
  'second-cancel-200': secondCancel(200),
  'second-cancel-400': secondCancel(400),
  'second-cancel-409': secondCancel(409),
  'cancel-completed-200': cancelCompleted(200),
  'cancel-completed-400': cancelCompleted(400),
  'cancel-completed-409': cancelCompleted(409),
};

function secondCancel(verdict: Assumptions['secondCancel']): Scenario {
  const does = `As \`async-cancel\`; a second cancel answers ${verdict}.`;
  return { does, basis: 'assumed', assumptions: { secondCancel: verdict } };
}

/** The enrichment is over before anybody can cancel it, or the scenario would never be seen. */
function cancelCompleted(verdict: Assumptions['cancelCompleted']): Scenario {
  const does = `The enrichment is already completed; a cancel answers ${verdict}.`;
  return { does, basis: 'assumed', assumptions: { cancelCompleted: verdict }, timings: { runsFor: 0 } };
}

export type ScenarioName = LifecycleName | RefusalName;

export const scenarioNames: readonly ScenarioName[] = [...lifecycleNames, ...refusalNames];

/** All scenarios, by name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  ...lifecycleScenarios,
  ...refusals,
};

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
