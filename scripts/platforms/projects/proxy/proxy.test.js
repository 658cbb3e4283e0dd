import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { createSimulator } from 'exa-enrichments/simulator';
import { generate } from 'selfsigned';
import { CREDENTIALS, proxyTo, tlsBefore } from './servers.js';

const simulator = createSimulator({ rateLimit: 'off', timings: { cancelTakes: 100 } });
const { url, close } = await simulator.listen();
const authority = await certificate('authority', [{ name: 'basicConstraints', cA: true, critical: true }]);
const names = ['api.exa.ai', 'localhost'].map((value) => ({ type: 2, value }));
const server = await certificate('server', [{ name: 'subjectAltName', altNames: names }], authority);
const client = await certificate('client', [], authority);
await writeFile('authority.pem', authority.cert);
await writeFile('client.pem', client.cert);
await writeFile('client.key', client.private);

const tls = { cert: server.cert, key: server.private };
const open = await tlsBefore(url, tls);
/** Lets nobody in without a certificate of the authority. */
const mutual = { ...tls, ca: authority.cert, requestCert: true };
const closed = await tlsBefore(url, mutual);
const older = await tlsBefore(url, { ...mutual, maxVersion: 'TLSv1.2' });
const [proxy, proxyOfClosed] = await Promise.all([proxyTo(open.port), proxyTo(closed.port)]);
after(() =>
  Promise.all([close(), ...[open, closed, older, proxy, proxyOfClosed].map((each) => each.close())]),
);

const trusted = { NODE_EXTRA_CA_CERTS: 'authority.pem' };
const through = ({ port }, credentials = CREDENTIALS) => ({
  HTTPS_PROXY: `http://${credentials}@127.0.0.1:${port}`,
});
const gateway = ({ port }) => ({ GATEWAY_URL: `https://localhost:${port}/websets` });

for (const module of ['via-proxy', 'undici-fetch', 'whole-process']) {
  test(`${module}.js goes through the proxy, by HTTPS_PROXY`, async () => {
    proxy.tunnels.length = 0;
    const { outcome } = await run(module, { ...trusted, ...through(proxy) });
    assert.equal(outcome, 'canceled');
    assert.equal(proxy.tunnels[0], 'api.exa.ai:443');
  });
}

test('what a proxy refuses for its password is found at once: one attempt, and nothing happened', async () => {
  for (const module of ['via-proxy', 'undici-fetch']) {
    const { code, attempts, mayHaveSucceeded, message } = await run(module, {
      ...trusted,
      ...through(proxy, 'user:wrong'),
    });
    assert.deepEqual(
      { code, attempts, mayHaveSucceeded },
      { code: 'connection', attempts: 1, mayHaveSucceeded: false },
    );
    assert.match(message, /The proxy lets nothing through/);
    assert.doesNotMatch(message, /wrong/);
  }
});

test('an authority that is not trusted is found at once, with what to do', async () => {
  const { code, attempts, mayHaveSucceeded, message } = await run('via-proxy', through(proxy));
  assert.deepEqual(
    { code, attempts, mayHaveSucceeded },
    { code: 'connection', attempts: 1, mayHaveSucceeded: false },
  );
  assert.match(message, /NODE_EXTRA_CA_CERTS/);
});

test('own-certificates.js is let in by its certificate, and trusts the authority', async () => {
  assert.equal((await run('own-certificates', gateway(closed))).outcome, 'canceled');
});

test('certificates-via-proxy.js is let in by its certificate, through the proxy', async () => {
  assert.equal((await run('certificates-via-proxy', through(proxyOfClosed))).outcome, 'canceled');
  assert.equal(proxyOfClosed.tunnels[0], 'api.exa.ai:443');
});

test('without a certificate nobody is let in: TLS 1.2 says so, and 1.3 only ends the connection', async () => {
  const { code, attempts, mayHaveSucceeded, message } = await run('plain', { ...trusted, ...gateway(older) });
  assert.deepEqual(
    { code, attempts, mayHaveSucceeded },
    { code: 'connection', attempts: 1, mayHaveSucceeded: false },
  );
  assert.match(message, /whether a client certificate is wanted/);
  const newer = await run('plain', { ...trusted, ...gateway(closed) });
  assert.deepEqual([newer.code, newer.mayHaveSucceeded], ['connection', true]);
});

test('an HTTPS_PROXY that Node takes no notice of is told', async () => {
  const { message } = await run('plain', {
    ...through(proxy),
    GATEWAY_URL: 'https://exa.invalid',
  });
  assert.match(message, /HTTPS_PROXY is set, but the `fetch` of this Node does not use it/);
});

test('NODE_USE_ENV_PROXY does without undici, where Node has it', async (t) => {
  if (!process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) return t.skip('this Node has it not');
  proxy.tunnels.length = 0;
  const { outcome } = await run('plain', {
    ...trusted,
    ...through(proxy),
    NODE_USE_ENV_PROXY: '1',
  });
  assert.equal(outcome, 'canceled');
  assert.equal(proxy.tunnels[0], 'api.exa.ai:443');
});

/** Cancels and waits with the client of a module, in a process of its own, since Node reads its environment at the start. */
async function run(module, environment) {
  const program = `
    import { isExaError } from 'exa-enrichments';
    import { exa } from './${module}.js';
    const waiting = exa.cancelAndWait(${JSON.stringify(simulator.running)}, { pollInterval: 50 });
    const result = await waiting.catch((error) => (isExaError(error) ? error : { message: String(error) }));
    process.stdout.write(JSON.stringify(result));
    process.exit();`;
  // Without the proxies that the machine may have.
  const own = Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name));
  const env = { ...Object.fromEntries(own), EXA_API_KEY: 'not-a-real-key', ...environment };
  const args = ['--no-warnings', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, timeout: 30_000 });
  return JSON.parse(stdout);
}

function certificate(commonName, extensions, ca) {
  return generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions,
    ...(ca && { ca: { key: ca.private, cert: ca.cert } }),
  });
}
