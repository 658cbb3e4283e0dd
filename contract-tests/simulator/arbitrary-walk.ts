import {
  type Step as ScriptStep,
  type SimulatorOptions,
  scenarioNames,
  type Timings,
} from 'exa-enrichments/simulator';
import { type Arbitrary, array, constant, constantFrom, nat, oneof, record } from 'fast-check';
import { bodies, requestInits, type Step } from './walk.ts';

/** Around the times at which the scenarios let something happen. */
const timings: Arbitrary<Partial<Timings>> = oneof(
  { weight: 2, arbitrary: constant({}) },
  {
    weight: 1,
    arbitrary: record(
      {
        runsFor: constantFrom(2_000, 5_000),
        cancelTakes: constantFrom(0, 1_000, 6_000),
        writesAfter: constantFrom(1_000),
      },
      { requiredKeys: [] },
    ),
  },
);

const refusals: readonly ScriptStep[] = ['ok', 'ok', 'ok', 'overloaded', 'rate-limited', 'deadline-exceeded'];

export const options: Arbitrary<SimulatorOptions> = record({
  scenario: constantFrom(...scenarioNames),
  timings,
  seed: nat(1_000),
  rateLimit: constantFrom<('off' | number)[]>('off', 10),
  script: array(constantFrom(...refusals), { maxLength: 4 }),
  websets: array(record({ scenario: constantFrom(...scenarioNames) }, { requiredKeys: [] }), {
    minLength: 1,
    maxLength: 2,
  }).map((enrichments) => [{ enrichments }]),
});

const which = nat(3);
const init = constantFrom(...requestInits);

export const steps: Arbitrary<Step[]> = array(
  oneof<Arbitrary<Step>[]>(
    record({ what: constant('advance'), ms: constantFrom(0, 500, 1_000, 3_000, 6_000) }),
    record({ what: constant('read'), which, init }),
    record({ what: constant('cancel'), which, init, body: constantFrom(...bodies) }),
    constantFrom<Step[]>({ what: 'create' }, { what: 'cancel the Webset' }, { what: 'cancel nothing' }),
  ),
  { maxLength: 30, size: '+1' },
);
