import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Listening, listening, startProxy } from '../proxy/proxy.test-support.ts';
import { run } from '../terminal.test-support.ts';

const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example.com/v1' }],
  paths: {
    '/pets/{id}': {
      get: {
        operationId: 'getPet',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        security: [{ key: [] }],
        responses: {
          200: {
            description: 'A pet.',
            content: {
              'application/json': {
                schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-pet' } } },
};

let folder: string;
let api: string;
let target: Listening;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exa-proxy-command-'));
  api = join(folder, 'pets.json');
  await writeFile(api, JSON.stringify(DESCRIPTION));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  target = await listening((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(request.url?.endsWith('/bad') ? '{"name":1}' : '{"name":"Rex"}');
  });
});
afterEach(() => target.close());

const headers = { 'x-pet': 'woof' };

describe('proxy --api', () => {
  it('tells findings as they come, each kind once, and ends with the report and exit 1', async () => {
    const proxy = await startProxy('--target', target.url, '--api', api);
    for (const id of ['good', 'bad', 'bad'])
      await (await fetch(`${proxy.url}/v1/pets/${id}`, { headers })).text();
    await proxy.terminal.told(/response-schema-conformance/);
    expect(await proxy.stop()).toBe(1);
    const { out, err } = proxy.terminal.text;
    expect(
      err.match(/^error in exchange #1, GET \S+ 200: .* \(response-schema-conformance\)$/gm),
    ).toHaveLength(1);
    expect(err).not.toContain('exchange #2');
    expect(out).toMatch(/^3 exchanges: 3 verified, 0 undocumented$/m);
    expect(err + out).not.toContain('woof');
  });

  it('ends with 0 where nothing is found, and 3 where nothing was verified', async () => {
    const good = await startProxy('--target', `${target.url}/v1`, '--api', api);
    await fetch(`${good.url}/pets/good`, { headers });
    expect(await good.stop()).toBe(0);
    const nothing = await startProxy('--target', target.url, '--api', api);
    expect(await nothing.stop()).toBe(3);
  });

  it('takes a request without the documented credential for what it is: nothing was removed here', async () => {
    const proxy = await startProxy('--target', target.url, '--api', api);
    await fetch(`${proxy.url}/v1/pets/good`);
    expect(await proxy.stop()).toBe(1);
    expect(proxy.terminal.text.err).toMatch(/^error .*\(request-conformance\)$/m);
  });

  it('records as well, under places that the report names, and writes reports into files', async () => {
    const output = join(folder, 'pets.ndjson');
    const report = join(folder, 'report.json');
    for (const before of [0, 2]) {
      const proxy = await startProxy(
        '--target',
        target.url,
        '--api',
        api,
        '--output',
        output,
        '--format',
        `json=${report}`,
      );
      for (const id of ['good', 'bad']) await fetch(`${proxy.url}/v1/pets/${id}`, { headers });
      expect(await proxy.stop()).toBe(1);
      const { findings } = JSON.parse(await readFile(report, 'utf8'));
      expect(findings).toMatchObject([{ recording: { file: output, index: before + 1 } }]);
    }
    const again = await run(['verify', output, '--api', api]);
    expect(again.out).toMatch(/^4 exchanges: 4 verified/m);
  });
});

describe('proxy', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['needs a target', [], /proxy needs --target URL/],
    [
      'needs something to do',
      ['--target', 'http://a.test'],
      /proxy needs --output FILE to record, --api FILE to verify, or both/,
    ],
    ['takes options only', ['http://a.test'], /proxy takes options only/],
    [
      'knows of no format without --api',
      ['--target', 'http://a.test', '--output', 'x', '--format=json'],
      /--format goes with --api/,
    ],
    [
      'wants a port',
      ['--target', 'http://a.test', '--output', 'x', '--port', '99999'],
      /--port must be a whole number/,
    ],
  ])('%s', async (_, args, message) => {
    const { code, err } = await run(['proxy', ...args]);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it('replaces neither the description nor the recording', async () => {
    const same = await run(['proxy', '--target', target.url, '--api', api, '--output', api]);
    expect([same.code, same.err]).toEqual([2, expect.stringMatching(/it is a file of the description/)]);
    const output = join(folder, 'same.ndjson');
    const report = await run([
      'proxy',
      '--target',
      target.url,
      '--api',
      api,
      '--output',
      output,
      '--format',
      `json=${output}`,
    ]);
    expect([report.code, report.err]).toEqual([2, expect.stringMatching(/it is the recording/)]);
  });

  it('tells that its port is in use, and that it would be its own target', async () => {
    const output = join(folder, 'port.ndjson');
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const args = [
      'proxy',
      '--target',
      `http://127.0.0.1:${port}`,
      '--output',
      output,
      '--port',
      String(port),
    ];
    expect((await run(args)).err).toMatch(new RegExp(`port ${port} is in use`));
    await new Promise((resolve) => taken.close(resolve));
    expect((await run(args)).err).toMatch(/is the proxy itself/);
  });
});
