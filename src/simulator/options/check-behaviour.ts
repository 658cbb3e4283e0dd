import { type Assumptions, candidates } from '../assumptions.ts';
import { defaultTimings } from '../lifecycle.ts';
import { type BehaviourOptions, scenarioNames } from '../scenarios.ts';
import { checkNames, checkNumber, checkObject, checkOneOf } from './value-checks.ts';

/** @throws {SimulatorOptionError} for a scenario, timing or assumption that makes no sense. */
export function checkBehaviour({ scenario, timings, assumptions }: BehaviourOptions): void {
  if (scenario !== undefined) checkOneOf('scenario', scenario, scenarioNames);
  if (timings !== undefined) checkTimings(timings);
  if (assumptions !== undefined) checkAssumptions(assumptions);
}

function checkTimings(timings: unknown): void {
  checkObject('timings', timings);
  checkNames('timings', timings, Object.keys(defaultTimings));
  for (const [name, ms] of Object.entries(timings)) if (ms !== null) checkNumber(`timings.${name}`, ms);
}

function checkAssumptions(assumptions: unknown): void {
  checkObject('assumptions', assumptions);
  checkNames('assumptions', assumptions, Object.keys(candidates));
  for (const [name, verdict] of Object.entries(assumptions))
    checkOneOf(`assumptions.${name}`, verdict, candidates[name as keyof Assumptions]);
}
