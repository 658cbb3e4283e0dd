import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { createClient } from 'exa-enrichments';
import { createSimulator } from 'exa-enrichments/simulator';

const simulator = createSimulator({
  rateLimit: 'off',
  timings: { cancelTakes: 300 },
  websets: [
    {
      externalId: 'websets',
      enrichments: ['shown', 'waited_for', 'posted', 'given'].map((name) => ({ id: `wenrich_${name}` })),
    },
  ],
});
const { url, close } = await simulator.listen();
const port = await freePort();
const site = `http://127.0.0.1:${port}`;
const env = {
  ...process.env,
  NODE_ENV: 'production',
  EXA_API_KEY: 'not-a-real-key',
  EXA_BASE_URL: url,
  NEXT_TELEMETRY_DISABLED: '1',
};
let server;

after(async () => {
  server?.child.kill();
  await server?.ended.catch(() => {});
  await close();
});

test('`next build` passes, and sends nothing', async () => {
  await next('build').ended;
  assert.equal(simulator.requestCount, 0);
});

test('`next start` serves', async () => {
  server = next('start', '--hostname', '127.0.0.1', '--port', String(port));
  await Promise.race([server.says('Ready'), server.ended]);
});

test('a page and a route handler are never answered from a cache, also while the enrichment changes', async () => {
  const shown = async () => [
    /status: (?:<!-- -->)?(\w+)/.exec(await body('/'))?.[1],
    JSON.parse(await body('/api/enrichment')).status,
  ];
  assert.deepEqual(await shown(), ['pending', 'pending']);
  assert.deepEqual(await shown(), ['pending', 'pending']);
  const exa = createClient({ apiKey: 'not-a-real-key', baseUrl: url });
  await exa.cancelAndWait({ webset: 'websets', enrichment: 'wenrich_shown' }, { pollInterval: 50 });
  const before = reads();
  assert.deepEqual(await shown(), ['canceled', 'canceled']);
  assert.deepEqual(await shown(), ['canceled', 'canceled']);
  assert.equal(reads() - before, 4);
});

test('`waitForEnd` in a page and `cancelAndWait` in a route handler see each of their reads', async () => {
  assert.match(await body('/waiting'), /outcome: (<!-- -->)?canceled/);
  const posted = { method: 'POST', body: JSON.stringify({ enrichment: 'wenrich_posted' }) };
  assert.deepEqual(JSON.parse(await body('/api/enrichment/cancel', posted)), { outcome: 'canceled' });
});

test('a given `fetch` that names cache mode and signal sees each of its reads', async () => {
  for (const before of ['pending', 'canceled']) {
    const text = (await body('/given')).replaceAll('<!-- -->', '');
    assert.match(text, new RegExp(`status: ${before}, outcome: canceled`));
  }
});

test('an error of the client keeps its fields in a route handler', async () => {
  const posted = { method: 'POST', body: JSON.stringify({ enrichment: 'wenrich_nowhere' }) };
  const { code, attempts } = JSON.parse(await body('/api/enrichment/cancel', posted));
  assert.deepEqual({ code, attempts }, { code: 'not-found', attempts: 1 });
});

function reads() {
  return simulator.requests.filter(({ method }) => method === 'GET').length;
}

async function body(path, init) {
  const response = await fetch(site + path, { ...init, signal: AbortSignal.timeout(20_000) });
  return response.text();
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  probe.close();
  return free;
}

function next(...args) {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], { env });
  let said = '';
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
      heard();
    });
  }
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`next ${args[0]} ended with ${code}:\n${said}`);
  });
  const says = (word) =>
    new Promise((resolve) => {
      heard = () => said.includes(word) && resolve();
      heard();
    });
  return { child, ended, says };
}
