import { cancelAndRead, type Traffic } from './cancel-and-read.ts';
import { generatedInStep, lintFragment } from './check-fragment.ts';
import { type StepResult, step } from './step.ts';
import { summary } from './summary.ts';
import { chooseTarget, RefusedError, type Target, USAGE } from './target.ts';
import { verifyTraffic } from './verify-traffic.ts';

export interface JobParts {
  /** What is proven of the fragment, by the name that is shown. */
  readonly checks: Readonly<Record<string, () => Promise<StepResult>>>;
  /** Where the reports go. */
  readonly folder: string;
}

const PARTS: JobParts = { checks: { lint: lintFragment, generate: generatedInStep }, folder: 'reports' };

/**
 * The main job: the fragment, the code it generates, a real cancel, and the traffic held against the contract. Against
 * the simulator all that happens at once, since a cancel waits most of its time; what can't be undone waits instead.
 */
export async function mainJob(target: Target, { checks, folder }: JobParts = PARTS): Promise<boolean> {
  const checking = Promise.all(Object.entries(checks).map(([name, check]) => step(name, check)));
  if (target.source === 'live' && !(await checking).every(Boolean)) {
    console.log(
      'Nothing was sent: a live cancel can not be undone, so it waits until the checks above are good.',
    );
    return false;
  }
  let traffic: Traffic = { missing: 'nothing was sent' };
  const canceled = await step('cancel', async () => {
    const done = await cancelAndRead(target, folder);
    traffic = done.traffic;
    return done.result;
  });
  const checked = (await checking).every(Boolean);

  let text = '';
  let reports: readonly string[] = [];
  const verified = await step('verify', async () => {
    const own = 'recording' in traffic ? [traffic.recording] : [];
    const recordings = [...own, 'contract-tests/recordings'];
    const done = await verifyTraffic(recordings, folder);
    text = summary(done.report, target);
    reports = done.reports;
    return done.result;
  });
  console.log(text);
  const kept = 'recording' in traffic ? traffic.recording : `no traffic: ${traffic.missing}`;
  console.log(`Reports      ${[...reports, kept].join(', ')}`);
  return checked && canceled && verified;
}

/** Runs the main job; resolves with the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(USAGE);
    return 0;
  }
  try {
    const target = await chooseTarget(args);
    try {
      return (await mainJob(target)) ? 0 : 1;
    } finally {
      await target.close();
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    console.error(`npm start: ${error.message}`);
    return 2;
  }
}
