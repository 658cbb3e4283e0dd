import type { Assumptions } from '../assumptions.ts';
import type { Scenario } from './scenario.ts';

export const lifecycleNames = [
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
export const lifecycleScenarios: Readonly<Record<LifecycleName, Scenario>> = {
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
