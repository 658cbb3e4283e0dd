import { type LifecycleName, lifecycleNames, lifecycleScenarios } from './lifecycle-scenarios.ts';
import { type RefusalName, refusalNames, refusalScenarios } from './refusal-scenarios.ts';
import type { Scenario } from './scenario.ts';

export type ScenarioName = LifecycleName | RefusalName;

export const scenarioNames: readonly ScenarioName[] = [...lifecycleNames, ...refusalNames];

/** All scenarios, by name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  ...lifecycleScenarios,
  ...refusalScenarios,
};
