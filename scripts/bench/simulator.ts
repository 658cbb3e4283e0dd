// Measures the three promises of the simulator: throughput of the fetch-shaped form, flat memory over many
// requests, and many keep-alive connections at once. Usage: tsx scripts/bench/simulator.ts [requests]
import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';

const requests = Number(process.argv[2] ?? 1_000_000);
const CONNECTIONS = 1_000;
const ROUNDS = 5;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function pathOf({ running }: Simulator): string {
  return `/v0/websets/${running.webset}/enrichments/${running.enrichment}`;
}

/** Requests per second of wall time, and of processor time: the latter is fair on a busy machine. */
async function throughput(count: number): Promise<{ perSecond: number; perCpuSecond: number }> {
  const simulator = createSimulator({ rateLimit: 'off' });
  const address = `https://api.exa.ai/websets${pathOf(simulator)}`;
  const init = { headers: { 'x-api-key': 'a-key' } };
  const started = performance.now();
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) await (await simulator.fetch(address, init)).text();
  const { user, system } = process.cpuUsage(before);
  const elapsed = performance.now() - started;
  return { perSecond: (count / elapsed) * 1e3, perCpuSecond: (count / (user + system)) * 1e6 };
}

/** Heap in use after collecting, in megabytes, at ten points of a long run under a rate limit and many keys. */
async function heapOver(count: number): Promise<number[]> {
  const simulator = createSimulator({ faults: [{ fault: 'bad-enum', probability: 0.01 }] });
  const address = `https://api.exa.ai/websets${pathOf(simulator)}`;
  const sizes: number[] = [];
  for (let index = 0; index < count; index++) {
    simulator.advance(1);
    const isCancel = index % 10 === 0;
    const init = { headers: { 'x-api-key': `key-${index % 5_000}` }, method: isCancel ? 'POST' : 'GET' };
    await (await simulator.fetch(isCancel ? `${address}/cancel` : address, init)).text();
    if ((index + 1) % Math.ceil(count / 10) !== 0) continue;
    collect();
    sizes.push(process.memoryUsage().heapUsed / 1e6);
  }
  return sizes;
}

/** Keeps many connections open at once, each used in every round; answers how many stayed the same throughout. */
async function connections(): Promise<{ sockets: number; answered: number; seconds: number }> {
  const simulator = createSimulator({ rateLimit: 'off' });
  const { url, close } = await simulator.listen();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, maxFreeSockets: CONNECTIONS });
  const ports = new Set<number>();
  const get = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${url}${pathOf(simulator)}`,
        { agent, headers: { 'x-api-key': 'a-key' } },
        (response) => {
          ports.add(response.socket.localPort ?? 0);
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        },
      );
      sent.on('error', reject).end();
    });
  const started = performance.now();
  let answered = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const statuses = await Promise.all(Array.from({ length: CONNECTIONS }, get));
    answered += statuses.filter((status) => status === 200).length;
  }
  const seconds = (performance.now() - started) / 1e3;
  agent.destroy();
  await close();
  return { sockets: ports.size, answered, seconds };
}

await throughput(20_000);
const speed = await throughput(100_000);
console.log(
  `fetch-shaped form: ${Math.round(speed.perSecond)} requests/s, ${Math.round(speed.perCpuSecond)} per second of processor time`,
);
const open = await connections();
console.log(
  `server: ${open.answered} of ${CONNECTIONS * ROUNDS} requests answered over ${open.sockets} keep-alive connections in ${open.seconds.toFixed(1)} s`,
);
const heap = await heapOver(requests);
console.log(`heap in use over ${requests} requests, in MB: ${heap.map((size) => size.toFixed(1)).join(' ')}`);
