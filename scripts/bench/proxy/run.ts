// Measures `proxy` beside `redocly proxy`: throughput through each, and memory over many exchanges. Writes what it saw into
// docs/benchmarks.md. Linux only. Usage: tsx scripts/bench/proxy/run.ts [exchanges-of-the-memory-run]
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, goalRow, inEachRound, interleaved, median, type Samples, spread } from '../measure.ts';
import { writeSection } from '../write-section.ts';
import { CONTENDERS, type Contender, type Running, startContender, startTarget } from './contenders.ts';

const MANY = Number(process.argv[2] ?? 100_000);
const ROUNDS = 12;
const OF_A_ROUND = 2_000;
const AT_A_TIME = 32;
const PATH = '/websets/v0/websets/webset_01example/enrichments/wenrich_01example';

const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path: PATH, agent, headers: { 'x-api-key': 'not-a-real-key' } },
      (response) => {
        response.resume().on('end', resolve).on('error', reject);
      },
    );
    sent.on('error', reject).end();
  });
}

async function load({ port }: Running, exchanges: number): Promise<void> {
  let left = exchanges;
  const worker = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await ask(port);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

async function costOf(running: Running, exchanges: number): Promise<Cost> {
  const before = await running.processor();
  const started = performance.now();
  await load(running, exchanges);
  const elapsed = ((performance.now() - started) * 1000) / exchanges;
  return { elapsed, processor: ((await running.processor()) - before) / exchanges };
}

/** Resident memory at ten points. */
async function memoryOf(running: Running): Promise<number[]> {
  const points: number[] = [];
  for (let tenth = 0; tenth < 10; tenth += 1) {
    await load(running, MANY / 10);
    points.push(await running.megabytes());
  }
  return points;
}

const loadNow = (): number => loadavg()[0] ?? Number.NaN;

function report(
  speed: Samples<Contender, Cost>,
  memory: ReadonlyMap<Contender, readonly number[]>,
  from: number,
): string[] {
  const rate = ({ elapsed }: Cost): number => 1e6 / elapsed;
  const ahead = (own: Contender, other: Contender): string =>
    spread(inEachRound(speed, own, other, (one, two) => two.elapsed / one.elapsed));
  const pairs = [
    ['exa-enrichments', 'redocly'],
    ['exa-enrichments, verifying', 'redocly, verifying'],
  ] as const;
  const growth = (name: Contender): number => {
    const points = memory.get(name) ?? [];
    return (points.at(-1) ?? Number.NaN) / (points[2] ?? Number.NaN);
  };
  return [
    '## The proxy',
    '',
    `\`npm run bench:proxy\`, once, on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores, Node ${process.versions.node}, load average ${from.toFixed(1)} at the start and ${loadNow().toFixed(1)} at the end. Client, target and proxy are a process each. All take turns in ${ROUNDS} rounds of ${OF_A_ROUND.toLocaleString('en')} exchanges, ${AT_A_TIME} at a time; figures are medians, ratios those within a round with their quartiles.`,
    '',
    '| goal | measured | |',
    '|---|---|---|',
    ...pairs.map(([own, other]) => {
      const ratio = median(inEachRound(speed, own, other, (one, two) => two.elapsed / one.elapsed));
      return goalRow(`${own}: more throughput than ${other}`, `${ahead(own, other)} times`, ratio > 1);
    }),
    ...pairs.map(([own]) =>
      goalRow(
        `${own}: flat memory, the last tenth of ${MANY.toLocaleString('en')} exchanges over the third`,
        growth(own).toFixed(2),
        growth(own) < 1.15,
      ),
    ),
    '',
    `| | exchanges a second | µs of processor for each | MB after each tenth of ${MANY.toLocaleString('en')} exchanges |`,
    '|---|---|---|---|',
    ...CONTENDERS.map((name) => {
      const samples = speed[name];
      const points =
        memory
          .get(name)
          ?.map((point) => point.toFixed(0))
          .join(' ') ?? '–';
      const processor =
        name === 'nothing between' ? '–' : median(samples.map((cost) => cost.processor)).toFixed(0);
      return `| ${name} | ${Math.round(median(samples.map(rate))).toLocaleString('en')} | ${processor} | ${points} |`;
    }),
    '',
    'Each records: exa-enrichments without credentials and each exchange as it ends, redocly with all of them. redocly matches by the base path.',
  ];
}

const from = loadNow();
const folder = await mkdtemp(join(tmpdir(), 'bench-proxy-'));
const target = await startTarget();
try {
  const running = new Map<Contender, Running>();
  for (const name of CONTENDERS) running.set(name, await startContender(name, target, folder));
  const of = (name: Contender): Running => running.get(name) as Running;
  for (const name of CONTENDERS) await load(of(name), OF_A_ROUND);
  const speed = await interleaved(ROUNDS, CONTENDERS, (name) => costOf(of(name), OF_A_ROUND));
  for (const each of running.values()) await each.stop();
  const memory = new Map<Contender, readonly number[]>();
  for (const name of CONTENDERS) {
    if (name === 'nothing between') continue;
    const one = await startContender(name, target, folder);
    memory.set(name, await memoryOf(one));
    await one.stop();
  }
  const lines = report(speed, memory, from);
  console.log(lines.join('\n'));
  await writeSection('proxy', lines);
} finally {
  await target.stop();
  agent.destroy();
  await rm(folder, { recursive: true, force: true });
}
