import type { Report } from 'exa-enrichments/contract';
import { messageOf } from '../message-of.ts';
import {
  cancelAndRead,
  generatedInStep,
  lintFragment,
  type StepResult,
  type Traffic,
  verifyTraffic,
} from './steps.ts';
import { chooseTarget, RefusedError, type Target, USAGE } from './target.ts';

/** Runs a step, prints its line as soon as it is known, and counts the time. A step that throws has failed. */
async function step(name: string, run: () => Promise<StepResult>): Promise<boolean> {
  const start = performance.now();
  const result = await run().catch((error: unknown): StepResult => {
    return { ok: false, line: messageOf(error) };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${result.ok ? '✓' : '✗'} ${name.padEnd(11)} ${result.line} (${seconds} s)`);
  if (!result.ok && result.detail !== undefined) console.log(result.detail);
  return result.ok;
}

/** What a reader wants to know of the run, in a few lines. */
function summary({ contract, coverage }: Report, target: Target): string {
  const kinds = Object.entries(coverage.kinds).map(
    ([kind, { covered, eligible }]) => `${kind} ${covered}/${eligible}`,
  );
  const missing = coverage.missing.slice(0, 5).map(({ kind, name }) => `${kind} ${name}`);
  const rest = coverage.missing.length - missing.length;
  return [
    '',
    `Contract     ${contract.title} ${contract.version}`,
    `Coverage     ${coverage.percent} % (${coverage.covered} of ${coverage.eligible}): ${kinds.join(', ')}`,
    ...(missing.length === 0
      ? []
      : [`Not seen     ${missing.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`]),
    ...(target.source === 'live'
      ? []
      : ['Traffic      from the simulator: it proves the tool chain, never the API', ...assumptions(target)]),
  ].join('\n');
}

function assumptions({ assumptions: all }: Target): string[] {
  return all.map((assumption) => `             ${assumption}`);
}

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
