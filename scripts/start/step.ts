import { messageOf } from '../message-of.ts';

/** What one step of the main job came to: a line for the summary, and whether it was good. */
export interface StepResult {
  readonly ok: boolean;
  readonly line: string;
  /** Shown below the line where the step failed. */
  readonly detail?: string;
}

/** Runs a step, prints its line as soon as it is known, and counts the time. A step that throws has failed. */
export async function step(name: string, run: () => Promise<StepResult>): Promise<boolean> {
  const start = performance.now();
  const result = await run().catch((error: unknown): StepResult => {
    return { ok: false, line: messageOf(error) };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${result.ok ? '✓' : '✗'} ${name.padEnd(11)} ${result.line} (${seconds} s)`);
  if (!result.ok && result.detail !== undefined) console.log(result.detail);
  return result.ok;
}
