export type { AssumptionNote, Assumptions, Verdict } from './assumptions.ts';
export type { NockDefinition, NockOptions } from './builders/nock-definitions.ts';
export { nockDefinitions } from './builders/nock-definitions.ts';
export {
  aBareError,
  aGatewayError,
  anEnrichment,
  aServiceError,
  aStructuredError,
  aWebset,
} from './builders/response-bodies.ts';
export type { SimulatorClock, StartableClock } from './clock.ts';
export { createClock } from './clock.ts';
export type { EnrichmentReference, Simulator } from './create-simulator.ts';
export { createSimulator } from './create-simulator.ts';
export type { ListenOptions, SimulatorServer } from './deliver/listen.ts';
export type { Fault, FaultName, FaultParameters } from './faults/fault.ts';
export { faultNames } from './faults/fault.ts';
export type { FaultOptions, FaultRule, RuleConditions, Step } from './faults/fault-plan.ts';
export { faults } from './faults/fault-table.ts';
export type { RefusalName } from './faults/refusals.ts';
export type { Timings, WebsetEnrichment } from './lifecycle.ts';
export type { WebsetBody } from './operations/websets.ts';
export type { EnrichmentSeed, SimulatorOptions, WebsetSeed } from './options/simulator-options.ts';
export { isSimulatorOptionError, SimulatorOptionError } from './options/value-checks.ts';
export type { LifecycleName, Scenario, ScenarioName } from './scenarios.ts';
export { scenarioNames, scenarios } from './scenarios.ts';
export type { RequestEntry } from './serve/request-log.ts';
export type { SeenExchange } from './serve/seen-exchange.ts';
export type { WebsetView } from './store.ts';
