import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createSimulator, type Simulator } from 'exa-enrichments/simulator';
import { type Claim, claim } from '../claims/table.ts';
import { kill, startRedis } from './redis.ts';

/** A run of the example: the service that its workers call, and how they are started. */
interface Run {
  readonly simulator: Simulator;
  readonly start: (script: string) => ChildProcess;
  readonly killRedis: () => Promise<void>;
  readonly jobs: () => Promise<Jobs>;
}

interface Jobs {
  readonly counts: Readonly<Record<string, number>>;
  /** What a job that is done says came of its enrichment. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly failures: Readonly<Record<string, string>>;
}

interface RunOptions {
  readonly references: number;
  readonly requestsPerSecond: number;
}

/** A reference that is not there: no try mends it. */
const NOWHERE = 'wenrich_nowhere';
const WEBSET = 'scaling';

/** In the example's folder, where its packages are. Prints what the queue holds. */
const JOBS = `
import { Queue } from 'bullmq';
import { connect, QUEUE } from './settings.js';
const connection = connect();
const queue = new Queue(QUEUE, { connection });
const [done, failed] = [await queue.getCompleted(0, -1), await queue.getFailed(0, -1)];
console.log(JSON.stringify({
  counts: await queue.getJobCounts(),
  outcomes: Object.fromEntries(done.map(({ data, returnvalue }) => [data.enrichment, returnvalue.outcome])),
  failures: Object.fromEntries(failed.map(({ data, failedReason }) => [data.enrichment, failedReason])),
}));
process.exit(0);
`;

/** Three workers of one key, at what a key may make. */
export function underTheLimit(example: string, folder: string): Promise<Claim[]> {
  return withRun(
    example,
    folder,
    { references: 60, requestsPerSecond: 10 },
    async ({ simulator, start, jobs }) => {
      const workers = [1, 2, 3].map(() => start('worker.js'));
      const done = await until(
        jobs,
        ({ counts }) => (counts['completed'] ?? 0) + (counts['failed'] ?? 0) === 61,
        180_000,
      );
      for (const worker of workers) await kill(worker);
      const times = simulator.requests.map(({ at }) => at).sort((a, b) => a - b);
      const most = Math.max(
        ...times.map((from, at) => times.slice(at).filter((time) => time < from + 1000).length),
      );
      const refused = simulator.requests.filter(({ status }) => status === 429).length;
      return [
        await claim('three workers of one key stay below its limit', async () => {
          if (most > 10 || refused > 0)
            throw new Error(`${most} requests within a second, ${refused} times 429`);
          const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
          return `${times.length} requests in ${seconds.toFixed(1)} s, at most ${most} within any second`;
        }),
        await claim('what no retry mends is final at once', async () => {
          const asked = simulator.requests.filter(({ parameters }) => parameters['id'] === NOWHERE).length;
          if (done.failures[NOWHERE] === undefined || asked !== 1) throw new Error(`asked ${asked} times`);
          return 'one request';
        }),
      ];
    },
  );
}

/** A worker and Redis lose their power in the middle of 2,000 references. */
export function throughCrashes(example: string, folder: string): Promise<Claim[]> {
  const references = 2_000;
  return withRun(
    example,
    folder,
    { references, requestsPerSecond: 250 },
    async ({ simulator, start, killRedis, jobs }) => {
      const workers = [1, 2, 3].map(() => start('worker.js'));
      const sent = (): number => simulator.requests.filter(({ method }) => method === 'POST').length;
      await reach(() => sent() > references * 0.3);
      await kill(workers[0] as ChildProcess);
      workers.push(start('worker.js'));
      await reach(() => sent() > references * 0.6);
      await killRedis();
      const done = await until(
        jobs,
        ({ counts }) => (counts['completed'] ?? 0) + (counts['failed'] ?? 0) === references + 1,
        400_000,
      );
      for (const worker of workers) await kill(worker);
      const states = new Map((simulator.websets[0]?.enrichments ?? []).map(({ id, status }) => [id, status]));
      const cancels = new Map<string, number>();
      for (const { method, parameters } of simulator.requests)
        if (method === 'POST')
          cancels.set(String(parameters['id']), (cancels.get(String(parameters['id'])) ?? 0) + 1);
      return [
        await claim('none is lost', async () => {
          const left = [...states].filter(([, status]) => status === 'pending');
          const ended = Object.keys(done.outcomes).length;
          if (left.length > 0 || ended !== references)
            throw new Error(`${left.length} still run, ${ended} jobs are done`);
          return `${ended} jobs done, and no enrichment runs`;
        }),
        await claim('none is reported done that is not', async () => {
          const wrong = Object.entries(done.outcomes).filter(([id, outcome]) => states.get(id) !== outcome);
          if (wrong.length > 0) throw new Error(JSON.stringify(wrong.slice(0, 5)));
          return 'each outcome is the state in the service';
        }),
        await claim('none is sent again that a read could settle', async () => {
          const twice = [...cancels].filter(([, count]) => count > 1);
          if (twice.length > 0)
            throw new Error(`${twice.length}, such as ${JSON.stringify(twice.slice(0, 5))}`);
          return `${cancels.size} references, each sent once`;
        }),
      ];
    },
  );
}

async function withRun(
  example: string,
  folder: string,
  { references, requestsPerSecond }: RunOptions,
  work: (run: Run) => Promise<Claim[]>,
): Promise<Claim[]> {
  const ids = Array.from({ length: references }, (_, index) => `wenrich_${String(index).padStart(5, '0')}`);
  const simulator = createSimulator({
    rateLimit: requestsPerSecond,
    logLimit: 100_000,
    timings: { cancelTakes: 500 },
    websets: [{ externalId: WEBSET, enrichments: ids.map((id) => ({ id })) }],
  });
  const redis = await startRedis(folder);
  const service = await simulator.listen();
  const children: ChildProcess[] = [];
  const env = {
    ...process.env,
    REDIS_URL: redis.url,
    EXA_API_KEY: 'not-a-real-key',
    EXA_BASE_URL: service.url,
    REQUESTS_PER_SECOND: String(requestsPerSecond),
    SETTLES_MS: '10000',
  };
  const start = (script: string): ChildProcess => {
    const child = spawn(process.execPath, [join(example, script)], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdout.resume();
    children.push(child);
    return child;
  };
  const jobs = async (): Promise<Jobs> => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', JOBS], {
      cwd: example,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    await once(child, 'close');
    return JSON.parse(text);
  };
  try {
    for (let times = 0; times < 2; times += 1) {
      const enqueue = start('enqueue.js');
      const lines = [...ids, NOWHERE].map((enrichment) => JSON.stringify({ webset: WEBSET, enrichment }));
      enqueue.stdin?.end(lines.join('\n'));
      await once(enqueue, 'exit');
    }
    return await work({ simulator, start, killRedis: redis.killAndRestart, jobs });
  } finally {
    for (const child of children) await kill(child);
    await service.close();
    await redis.stop();
  }
}

async function reach(condition: () => boolean): Promise<void> {
  for (const until = Date.now() + 180_000; Date.now() < until; await delay(20)) if (condition()) return;
  throw new Error('it took too long');
}

async function until(
  jobs: () => Promise<Jobs>,
  condition: (jobs: Jobs) => boolean,
  ms: number,
): Promise<Jobs> {
  for (const end = Date.now() + ms; ; await delay(2_000)) {
    const found = await jobs();
    if (condition(found)) return found;
    if (Date.now() > end) throw new Error(`it took too long: ${JSON.stringify(found.counts)}`);
  }
}

/** The packages of the example, with this one as it is packed. */
export async function manifestWith(tarball: string, file: string): Promise<string> {
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  return JSON.stringify({
    ...manifest,
    dependencies: { ...manifest.dependencies, 'exa-enrichments': `file:${tarball}` },
  });
}
