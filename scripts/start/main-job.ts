import { cancelAndRead } from './cancel-and-read.ts';
import { generatedInStep, lintFragment } from './check-fragment.ts';
import { step } from './step.ts';
import { summary } from './summary.ts';
import { chooseTarget, RefusedError, type Target } from './target.ts';
import { REPORTS, verifyTraffic } from './verify-traffic.ts';

/** The main job: the fragment, the code it generates, a real cancel, and the traffic held against the contract. */
async function main(target: Target): Promise<boolean> {
  let recording: string | undefined;
  // The cancel waits for the API most of the time; linting and generating use that time.
  const prepared = await Promise.all([
    step('lint', lintFragment),
    step('generate', generatedInStep),
    step('cancel', async () => {
      const done = await cancelAndRead(target);
      recording = done.recording;
      return done.result;
    }),
  ]);
  if (recording === undefined) return false;
  const recordings = [recording, 'contract-tests/recordings'];
  let text = '';
  const verified = await step('verify', async () => {
    const { result, report } = await verifyTraffic(recordings);
    text = summary(report, target);
    return result;
  });
  console.log(text);
  console.log(`Reports      ${REPORTS.join(', ')}, ${recording}`);
  return verified && prepared.every(Boolean);
}

/** Runs the main job; resolves with the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const target = await chooseTarget(args);
    try {
      return (await main(target)) ? 0 : 1;
    } finally {
      await target.close();
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    console.error(`npm start: ${error.message}`);
    return 2;
  }
}
