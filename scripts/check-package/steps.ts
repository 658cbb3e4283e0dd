import { messageOf } from '../message-of.ts';

export interface Steps {
  /** Runs one step and reports it in a line; a failed step resolves with undefined. */
  step<T>(name: string, action: () => Promise<T>): Promise<T | undefined>;
  failed(): boolean;
}

/** Reports steps as they end, so that steps side by side don't mix their output. */
export function createSteps(output: { write(text: string): unknown }): Steps {
  let failures = 0;
  return {
    failed: () => failures > 0,
    async step(name, action) {
      const started = performance.now();
      const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
      try {
        const result = await action();
        output.write(`ok      ${name} (${seconds()})\n`);
        return result;
      } catch (error) {
        failures += 1;
        output.write(`FAILED  ${name} (${seconds()})\n${messageOf(error).replace(/^/gm, '        ')}\n`);
        return undefined;
      }
    },
  };
}
