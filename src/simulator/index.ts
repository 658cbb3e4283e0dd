export type { AssumptionNote, Assumptions, Verdict } from './assumptions.ts';
export { aWebset } from './builders/a-webset.ts';
export { anEnrichment } from './builders/an-enrichment.ts';
export { aBareError, aGatewayError, aServiceError, aStructuredError } from './builders/error-bodies.ts';
export type { NockDefinition, NockOptions } from './builders/nock-definitions.ts';
export { nockDefinitions } from './builders/nock-definitions.ts';
export type { SimulatorClock, StartableClock } from './clock.ts';
export { createClock } from './clock.ts';
export { createSimulator } from './create-simulator.ts';
export type { Fault, FaultName, FaultParameters } from './faults/fault.ts';
export { faultNames } from './faults/fault.ts';
export { faults } from './faults/table.ts';
export type { WebsetEnrichment } from './lifecycle/enrichment.ts';
export type { Timings } from './lifecycle/timings.ts';
export type {
  FaultMishap,
  FaultRule,
  Mishap,
  RefusalMishap,
  RuleConditions,
  Step,
} from './mishaps/mishap.ts';
export type { WebsetBody } from './operations/webset-body.ts';
export { isSimulatorOptionError, SimulatorOptionError } from './option-error.ts';
export type { SimulatorOptions } from './options/options.ts';
export type { RequestEntry } from './request-log.ts';
export type { LifecycleName } from './scenarios/lifecycle-scenarios.ts';
export type { RefusalName } from './scenarios/refusal-scenarios.ts';
export type { Scenario } from './scenarios/scenario.ts';
export type { ScenarioName } from './scenarios/table.ts';
export { scenarioNames, scenarios } from './scenarios/table.ts';
export type { EnrichmentSeed, WebsetSeed } from './seeds/seed.ts';
export type { SeenExchange } from './seen-exchange.ts';
export type { EnrichmentReference, Simulator, SimulatorServer } from './simulator.ts';
export type { WebsetView } from './webset-view.ts';
