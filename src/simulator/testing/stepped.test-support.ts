import { createSimulator, type Simulator, type SimulatorOptions } from '../index.ts';

/** A simulator in which time stands still until a test moves it. */
export function stepped(options: SimulatorOptions = {}): Simulator {
  return createSimulator({ clock: 'manual', ...options });
}
