import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Input that is made to hurt, and what is to become of a command that is given it. */
export interface HostileCase {
  readonly name: string;
  /** Makes the input; resolves with the arguments of the command. */
  make(folder: string): Promise<readonly string[]>;
  /** What is done to a server once it has said its address on stderr; then it gets Ctrl-C. */
  drive?(url: string): Promise<void>;
  readonly exit: number;
  /** In what the command says: its one line on stderr, or its report; of a server what it tells on stderr. */
  readonly says: RegExp;
  readonly bounds: Bounds;
}

/** What became of a command. */
export interface Outcome {
  /** null where it was killed, for it took too long or too much. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
  /** The most memory it had at any time; undefined where the system does not tell. */
  readonly megabytes: number | undefined;
}

interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Those of a case that need no more. */
export const USUAL: Bounds = { seconds: 60, megabytes: 1_500 };

const LOOK_EVERY_MS = 50;
/** Of what a command prints the last of it is kept, where a report sums up. */
const KEPT_CHARACTERS = 100_000;

/** Runs node, and kills it where it leaves its bounds: a test of a bomb must not be one. */
export async function watchedRun(
  args: readonly string[],
  bounds: Bounds,
  drive?: HostileCase['drive'],
): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  let isDriven = false;
  child.stdout.on('data', (chunk) => {
    out = (out + chunk).slice(-KEPT_CHARACTERS);
  });
  child.stderr.on('data', (chunk) => {
    err = (err + chunk).slice(-KEPT_CHARACTERS);
    const url = isDriven ? undefined : /^Proxy +(\S+)/m.exec(err)?.[1];
    if (url === undefined || drive === undefined) return;
    isDriven = true;
    drive(url)
      .catch((error: Error) => {
        err += `\nthe driver failed: ${error.stack}`;
      })
      .finally(() => child.kill('SIGINT'));
  });
  let megabytes: number | undefined;
  const watch = setInterval(async () => {
    megabytes = (await peakMegabytes(child.pid)) ?? megabytes;
    const seconds = (performance.now() - started) / 1000;
    if (seconds > bounds.seconds || (megabytes ?? 0) > bounds.megabytes) child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  const exit = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  clearInterval(watch);
  return { exit, out, err, seconds: (performance.now() - started) / 1000, megabytes };
}

/** Linux keeps the peak; elsewhere only time is bounded. */
async function peakMegabytes(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
