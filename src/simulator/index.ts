export { createSimulator } from './create-simulator.ts';
export { isSimulatorOptionError, SimulatorOptionError } from './option-error.ts';
export type { SimulatorOptions } from './options.ts';
export type { Simulator, SimulatorServer } from './simulator.ts';
