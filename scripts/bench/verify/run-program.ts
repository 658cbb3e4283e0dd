import { spawn } from 'node:child_process';
import type { Cost } from '../cost.ts';

/** What a whole process took; times in microseconds. */
export interface ProcessCost extends Cost {
  /** The most memory it had at any time, in MB. */
  readonly megabytes: number;
}

const FIVE_MINUTES = 300_000;

/** Tells on its way out what it took: its own word, for what is sampled from outside misses the peak. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ processor: userCPUTime + systemCPUTime, megabytes: maxRSS / 1024 }));
  });`)}`;

/** Runs node with these arguments. @throws where it ends with another code than 0, or not within five minutes */
export async function runProgram(args: readonly string[]): Promise<ProcessCost> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', TELL, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    timeout: FIVE_MINUTES,
  });
  let [said, told] = ['', ''];
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  child.stdio[3]?.on('data', (chunk) => {
    told += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const elapsed = (performance.now() - started) * 1000;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${said.slice(-2000)}`);
  return { elapsed, ...(JSON.parse(told) as Omit<ProcessCost, 'elapsed'>) };
}
