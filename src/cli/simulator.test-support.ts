import { createSimulator, type Simulator, type SimulatorOptions } from '../simulator/index.ts';

/** A simulator on the loopback, with what the command needs to reach it. */
export interface Served {
  readonly simulator: Simulator;
  readonly webset: string;
  readonly enrichment: string;
  /** `--base-url URL` */
  readonly at: readonly [string, string];
  close(): Promise<void>;
}

export async function serve(options?: SimulatorOptions): Promise<Served> {
  const simulator = createSimulator(options);
  const server = await simulator.listen();
  return {
    simulator,
    ...simulator.running,
    at: ['--base-url', server.url],
    close: () => server.close(),
  };
}
