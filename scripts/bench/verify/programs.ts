import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cost } from '../measure.ts';

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

const root = fileURLToPath(new URL('../../..', import.meta.url));
const redocly = join(
  dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
  'bin/cli.js',
);

/** The arguments with which node verifies a recording with our command, as it is shipped. */
export function verify(file: string, ...options: readonly string[]): readonly string[] {
  return [join(root, 'dist/cli/bin.js'), 'verify', file, '--format', 'json', ...options];
}

/** The same for `redocly drift`. It counts no coverage, for it was not asked to: ours does always. */
export function drift(file: string): readonly string[] {
  return [redocly, 'drift', file, '--api', join(root, 'generated/openapi.json'), '--format', 'json'];
}

/** Node, which does nothing. */
export const NOTHING: readonly string[] = ['--eval', ''];

/** JSON.parse of a whole file. */
export function parseWhole(file: string): readonly string[] {
  return ['--eval', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`];
}

/** The shortest program that reads a file line by line in constant memory, and parses each line: about as fast as any. */
export function parseLines(file: string): readonly string[] {
  const program = `
    import { createReadStream } from 'node:fs';
    let rest = '';
    for await (const text of createReadStream(${JSON.stringify(file)}, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
      const lines = (rest + text).split('\\n');
      rest = lines.pop();
      for (const line of lines) JSON.parse(line);
    }`;
  return ['--input-type=module', '--eval', program];
}
