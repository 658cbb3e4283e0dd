import { describe, expect, it } from '@jest/globals';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';
import type { Finding } from '../../finding.ts';
import { createEngine } from '../engine.ts';
import { createJudge, type Judgement, type VerifyExchangeOptions } from '../judge.ts';

const RESPONSES = { responses: { 204: { description: 'nothing' } } };

interface Served {
  readonly servers?: readonly unknown[];
  /** Of one operation, which has them in place of the others. */
  readonly ownServers?: readonly unknown[];
}

type Judge = (url: string, method?: string) => Judgement;

async function judgeOf({ servers, ownServers }: Served, options: VerifyExchangeOptions = {}): Promise<Judge> {
  const contract = await compileObject({
    ...(servers && { servers }),
    paths: {
      '/things/{id}': { get: { operationId: 'get', ...RESPONSES } },
      '/things': { get: { operationId: 'list', ...RESPONSES } },
      '/files': { post: { operationId: 'upload', ...(ownServers && { servers: ownServers }), ...RESPONSES } },
    },
  });
  const judge = createJudge(createEngine(contract), options);
  return (url, method = 'GET') =>
    judge(anExchange({ method, url, requestHeaders: {}, status: 204, headers: {}, body: undefined }));
}

/** The operation, `elsewhere host (base path to name)`, `ignored`, or else `undocumented`. */
function say({ context, elsewhere, ignored }: Judgement): string {
  if (ignored) return 'ignored';
  if (elsewhere === undefined) return context?.match.operation.operationId ?? 'undocumented';
  return `elsewhere ${elsewhere.host}${!elsewhere.basePath ? '' : ` (${elsewhere.basePath})`}`;
}

const EXA = [{ url: 'https://api.exa.ai' }];
const V1 = [{ url: 'https://api.exa.ai/v1' }];
const variable = (name: string, value: string, ...values: string[]) => ({
  [name]: { default: value, ...(values.length > 0 && { enum: values }) },
});

describe('a documented host', () => {
  it.each([
    'https://api.exa.ai',
    'http://api.exa.ai',
    'wss://api.exa.ai',
    'HTTPS://API.EXA.AI',
    'https://api.exa.ai.',
    'https://api.exa.ai:443',
    'http://api.exa.ai:80',
    '//api.exa.ai',
    'https://user:password@api.exa.ai',
    'https://evil.test@api.exa.ai',
    'https://%61pi.exa.ai',
    '',
    'http://localhost',
    'http://LOCALHOST:3000',
    'http://app.localhost:3000',
    'http://127.0.0.1:8080',
    'http://127.1:8080',
    'http://127.200.3.4',
    'http://[::1]:3000',
    'http://[0:0:0:0:0:0:0:1]',
  ])('is that of %s', async (origin) => {
    const judge = await judgeOf({ servers: EXA });
    expect(say(judge(`${origin}/things/1`))).toBe('get');
    expect(say(judge(`${origin}/things/1`))).toBe('get');
  });

  it.each([
    ['https://api.exa.ai.evil.com', 'api.exa.ai.evil.com'],
    ['https://evil-api.exa.ai', 'evil-api.exa.ai'],
    ['https://exa.ai', 'exa.ai'],
    ['https://x.api.exa.ai', 'x.api.exa.ai'],
    ['https://api.exa.ai..', 'api.exa.ai.'],
    ['https://api-exa.ai', 'api-exa.ai'],
    ['https://api.exa.ai@evil.com', 'evil.com'],
    ['https://api.exa.ai:443@evil.com', 'evil.com'],
    ['https://evil.com\\@api.exa.ai', 'evil.com'],
    ['https://api.exa.ai:8443', 'api.exa.ai:8443'],
    ['https://api.exa.ai:80', 'api.exa.ai:80'],
    ['http://localhost.evil.com', 'localhost.evil.com'],
    ['http://notlocalhost', 'notlocalhost'],
    ['http://128.0.0.1', '128.0.0.1'],
    ['http://[::2]:3000', '[::2]:3000'],
    ['https://<nil>', '<nil>'],
    ['chrome-extension://abc', 'chrome-extension:'],
    ['//evil.com', 'evil.com'],
  ])('is not that of %s', async (origin, host) => {
    const judge = await judgeOf({ servers: EXA });
    expect(say(judge(`${origin}/things/1`))).toBe(`elsewhere ${host}`);
  });

  it('is none of what has no path', async () => {
    const judge = await judgeOf({ servers: EXA });
    expect(say(judge('data:text/plain,/things/1'))).toBe('elsewhere data:');
    expect(say(judge('https://evil.com?/things'))).toBe('elsewhere evil.com');
  });

  it('has the port that is documented', async () => {
    const judge = await judgeOf({
      servers: [{ url: 'https://api.exa.ai:8443' }, { url: 'http://b.test:443' }],
    });
    expect(say(judge('https://api.exa.ai:8443/things'))).toBe('list');
    expect(say(judge('https://api.exa.ai/things'))).toBe('elsewhere api.exa.ai');
    expect(say(judge('http://b.test:443/things'))).toBe('list');
    expect(say(judge('https://b.test/things'))).toBe('elsewhere b.test');
  });
});

describe('the variables of a host', () => {
  it.each<[string, object, string[], string[]]>([
    [
      'https://{team}.exa.ai',
      variable('team', 'demo'),
      ['https://acme.exa.ai', 'https://a.b.exa.ai', 'http://localhost:1'],
      [
        'https://exa.ai',
        'https://.exa.ai',
        'https://evil.com/.exa.ai',
        'https://exa.ai.evil.com',
        'https://a:1.exa.ai',
      ],
    ],
    [
      'https://api.{region}.exa.ai',
      variable('region', 'eu', 'eu', 'us'),
      ['https://api.eu.exa.ai', 'https://api.us.exa.ai'],
      ['https://api.asia.exa.ai', 'https://api.eu.us.exa.ai'],
    ],
    [
      'https://{a}-{b}.exa.ai',
      { ...variable('a', 'x'), ...variable('b', 'y') },
      ['https://1-2.exa.ai', 'https://1-2-3.exa.ai'],
      ['https://12.exa.ai', 'https://-2.exa.ai', 'https://1-.exa.ai'],
    ],
    [
      'https://api.exa.ai:{port}',
      variable('port', '443'),
      ['https://api.exa.ai', 'https://api.exa.ai:8443'],
      ['https://exa.ai:8443'],
    ],
    [
      'https://api.exa.ai:{port}',
      variable('port', '443', '443', '8443'),
      ['https://api.exa.ai', 'https://api.exa.ai:8443'],
      ['https://api.exa.ai:8080'],
    ],
    [
      '{scheme}://{host}',
      { ...variable('scheme', 'https'), ...variable('host', 'api.exa.ai:8443') },
      ['https://any.test', 'https://api.exa.ai:8443'],
      ['https://any.test:8443', 'https://[::2]'],
    ],
  ])('%s with %j', async (url, variables, served, others) => {
    const judge = await judgeOf({ servers: [{ url, variables }] });
    for (const origin of served) expect([origin, say(judge(`${origin}/things`))]).toEqual([origin, 'list']);
    for (const origin of others) {
      expect([origin, say(judge(`${origin}/things`))]).toEqual([origin, expect.not.stringMatching(/^list$/)]);
    }
  });

  it('take no time to speak of, however often they repeat', async () => {
    const url = `https://${'{a}-'.repeat(20)}x`;
    const judge = await judgeOf({ servers: [{ url, variables: variable('a', 'b') }] });
    const started = performance.now();
    expect(say(judge(`https://${'-a'.repeat(20_000)}/things`))).toMatch(/^elsewhere/);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('servers that name no host', () => {
  it.each<[string, Served, Record<string, string>]>([
    ['are served by any where there are none', {}, { 'https://a.test/things': 'list' }],
    [
      'are served by any under their path',
      { servers: [{ url: '/v1' }] },
      { 'https://a.test/v1/things': 'list', 'https://a.test/things': 'elsewhere a.test' },
    ],
    [
      'are served by the hosts beside them',
      { servers: [{ url: '/v2' }, ...V1] },
      {
        'https://api.exa.ai/v1/things': 'list',
        'https://api.exa.ai/v2/things': 'list',
        'http://localhost/v2/things': 'list',
        'https://a.test/v2/things': 'elsewhere a.test (/v2)',
      },
    ],
    [
      'are served by the hosts of the whole description',
      { servers: V1, ownServers: [{ url: '/up' }] },
      {
        'POST https://api.exa.ai/up/files': 'upload',
        'POST https://a.test/up/files': 'elsewhere a.test (/up)',
      },
    ],
    [
      'are served by any where only one operation has a host',
      { ownServers: [{ url: 'https://up.exa.ai' }] },
      {
        'https://a.test/things': 'list',
        'POST https://up.exa.ai/files': 'upload',
        'POST https://a.test/files': 'undocumented',
      },
    ],
    [
      'are not those of an operation with others',
      { servers: V1, ownServers: [{ url: 'https://up.exa.ai' }] },
      {
        'POST https://up.exa.ai/files': 'upload',
        'POST https://api.exa.ai/v1/files': 'undocumented',
        'https://up.exa.ai/v1/things': 'undocumented',
      },
    ],
  ])('%s', async (_, served, expected) => {
    const judge = await judgeOf(served);
    for (const [request, operation] of Object.entries(expected)) {
      const [url, method] = request.split(' ').reverse();
      expect([request, say(judge(url as string, method))]).toEqual([request, operation]);
    }
  });
});

describe('a recording that names no host', () => {
  it.each([
    ['/v1/things', 'list'],
    ['/things', 'list'],
    ['/things/1?a=1', 'get'],
    ['/up/files', 'upload'],
    ['/files', 'upload'],
    ['/v2/things', 'undocumented'],
    ['/v1/files', 'undocumented'],
    ['//things', 'elsewhere things'],
  ])('counts as sent to a documented server, with its base path or under it: %s', async (url, expected) => {
    const judge = await judgeOf({ servers: V1, ownServers: [{ url: '/up' }] });
    expect(say(judge(url, expected === 'upload' ? 'POST' : 'GET'))).toBe(expected);
  });
});

describe('a further server', () => {
  it('adds to those of every level, and its path is the base path', async () => {
    const served = { servers: V1, ownServers: [{ url: 'https://up.exa.ai' }] };
    const judge = await judgeOf(served, {
      servers: ['https://Gateway.test:443/exa/', 'http://localhost:3000'],
    });
    const of = (url: string, method?: string): string => say(judge(url, method));
    expect(of('https://gateway.test/exa/things')).toBe('list');
    expect(of('https://gateway.test/exa/files', 'POST')).toBe('upload');
    expect(of('https://gateway.test/things')).toBe('elsewhere gateway.test');
    expect(of('https://gateway.test:8443/exa/things')).toBe('elsewhere gateway.test:8443 (/exa)');
    expect(of('https://api.exa.ai/v1/things')).toBe('list');
    expect(of('http://localhost:3000/things')).toBe('list');
    expect(of('http://localhost:3000/v1/things')).toBe('list');
    expect(of('http://localhost:4000/things')).toBe('elsewhere localhost:4000');
  });
});

describe('what went elsewhere', () => {
  it.each([
    ['http://localhost:3000/things', 'elsewhere localhost:3000'],
    ['http://localhost:3000/api/v2/things/1', 'elsewhere localhost:3000 (/api/v2)'],
    ['http://localhost:3000/other', 'undocumented'],
    ['https://api.exa.ai/things', 'elsewhere api.exa.ai'],
    ['https://api.exa.ai/v2/things', 'undocumented'],
    ['https://a.test/v2/things', 'elsewhere a.test (/v2)'],
    ['https://a.test/v1/things', 'elsewhere a.test (/v1)'],
    ['https://a.test/other', 'elsewhere a.test'],
    [`https://a.test${'/x'.repeat(50_000)}/things`, 'elsewhere a.test'],
  ])('%s', async (url, expected) => {
    const judge = await judgeOf({ servers: V1 });
    expect(say(judge(url))).toBe(expected);
  });

  it.each<[VerifyExchangeOptions, Finding['severity'] | undefined, Finding['severity'] | undefined]>([
    [{}, undefined, 'warning'],
    [{ undocumented: 'ignore' }, undefined, undefined],
    [{ undocumented: 'error' }, 'error', 'error'],
  ])('is counted, and with %j a finding or not', async (options, foreign, unknown) => {
    const judge = await judgeOf({ servers: V1 }, options);
    const { findings, elsewhere, verified } = judge('https://a.test/things');
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual(
      foreign === undefined ? [] : [['undocumented-operation', foreign]],
    );
    expect([elsewhere?.host, verified]).toEqual(['a.test', false]);
    expect(judge('https://api.exa.ai/v1/other').findings.map(({ severity }) => severity)).toEqual(
      unknown === undefined ? [] : [unknown],
    );
  });
});

describe('a host that a recorder removed', () => {
  it.each<[string, VerifyExchangeOptions, string]>([
    ['https://<HOST>/v1/things', {}, 'list'],
    ['https://u:p@<API_HOST>:8443/v1/things', {}, 'list'],
    ['https://%3CHOST%3E/v1/things', {}, 'list'],
    ['https://FILTERED/v1/things', {}, 'list'],
    ['https://<HOST>/other', {}, 'undocumented'],
    ['https://host-1/v1/things', { placeholders: [/host-\d/] }, 'list'],
    ['https://host-1/v1/things', {}, 'elsewhere host-1 (/v1)'],
    ['https://<nil>/v1/things', {}, 'elsewhere <nil>'],
    ['https://<HOST>.evil.com/v1/things', {}, 'elsewhere <host>.evil.com'],
    ['https://<HOST>/v1/things', { strict: true }, 'elsewhere <host>'],
  ])('%s with %j: %s', async (url, options, expected) => {
    const judge = await judgeOf({ servers: V1 }, options);
    const judgement = judge(url);
    expect(say(judgement)).toBe(expected);
    expect(judgement.lenient).toEqual(expected === 'list' ? [{ rule: 'placeholder' }] : undefined);
  });
});

describe('a host that is ignored', () => {
  it.each([
    ['*.google.com', 'https://www.google.com/x', true],
    ['*.google.com', 'https://google.com/x', false],
    ['*.google.com', 'https://www.google.com.evil.test/x', false],
    ['localhost', 'http://localhost:3000/things', true],
    ['localhost:3000', 'http://localhost:4000/things', false],
    ['api.exa.ai', 'https://API.exa.ai/things', true],
    ['api.exa.ai', 'https://apixexa.ai/things', false],
    ['*', '/things', false],
  ])('by %s: %s', async (glob, url, isIgnored) => {
    const judge = await judgeOf({ servers: EXA }, { ignoreHosts: [glob], undocumented: 'error' });
    expect(say(judge(url)) === 'ignored').toBe(isIgnored);
    if (isIgnored) expect(judge(url).findings).toEqual([]);
  });
});

describe('a host or a path of which a recorder replaced a part', () => {
  const SERVERS = [
    { url: 'https://api.exa.ai/v1' },
    { url: 'https://{org}.exa.test/v1', variables: variable('org', 'a') },
  ];

  it.each([
    ['https://api.e<X>.ai/v1/things', 'list'],
    ['https://a<X>i.exa.ai/v1/things/1', 'get'],
    ['https://my-<ORG>.exa.test/v1/things', 'list'],
    ['https://api.exa.ai/v<N>/things', 'list'],
    ['https://api.exa.ai/v%3CN%3E/things', 'list'],
    ['https://api.exa.ai/<VERSION>/things/1', 'get'],
    ['https://api.exa.ai/v<N>/item<X>', 'undocumented'],
    ['https://api.exa.ai/v<N>/th<X>gs', 'list'],
    ['https://api.exa.ai/v<N>/th%69ngs', 'list'],
    ['https://api.exa.ai/v1/<X>', 'list'],
    ['https://api.exa.ai/v<nil>/things', 'undocumented'],
    ['https://api.exa.ai/w<N>/things', 'undocumented'],
    ['https://api.e<X>.ai.evil.test/v1/things', 'elsewhere api.e<x>.ai.evil.test'],
    ['https://api.<X>.test/v1/things', 'elsewhere api.<x>.test'],
    ['<API_BASE>/things', 'elsewhere <API_BASE>'],
    ['<nil>/things', 'undocumented'],
  ])('%s: %s', async (url, expected) => {
    expect(say((await judgeOf({ servers: SERVERS }))(url))).toBe(expected);
  });

  it.each(['https://{{baseUrl}}', 'https://<API_BASE>/v2'])(
    'is served by %s if it is given',
    async (server) => {
      const judge = await judgeOf({ servers: SERVERS }, { servers: [server] });
      const [, base = '', path = ''] = /^https:\/\/([^/]+)(.*)$/.exec(server) ?? [];
      expect(say(judge(`${base}${path}/things`))).toBe('list');
      expect(say(judge(`${base}${path}/other`))).toBe('undocumented');
      expect(say(judge('{{other}}/things'))).toBe('elsewhere {{other}}');
    },
  );

  it('is counted, and off where all is judged as it stands', async () => {
    const url = 'https://api.exa.ai/v<N>/things';
    const { lenient } = (await judgeOf({ servers: V1 }))(url);
    expect(lenient).toEqual([{ rule: 'placeholder' }]);
    const strict = await judgeOf({ servers: V1 }, { strict: true });
    expect([url, 'https://api.e<X>.ai/v1/things'].map((each) => say(strict(each)))).toEqual([
      'undocumented',
      expect.stringMatching(/^elsewhere/),
    ]);
  });

  it('is no operation where it may be several', async () => {
    const contract = await compileObject({
      paths: { '/a/list': { get: RESPONSES }, '/b/list': { get: RESPONSES }, '/b/{id}': { get: RESPONSES } },
    });
    const judge = createJudge(createEngine(contract), {});
    const get = (url: string) =>
      judge(
        anExchange({ method: 'GET', url, requestHeaders: {}, status: 204, headers: {}, body: undefined }),
      );
    expect(get('https://x.test/<WHAT>/list').context).toBeUndefined();
    expect(get('https://x.test/b/li<X>').context?.match.operation.path).toBe('/b/list');
    expect(get('https://x.test/b/<ID>').context?.match.operation.path).toBe('/b/{id}');
  });
});

it('says where a path differs by the slash at its end', async () => {
  const judge = await judgeOf({ servers: V1 });
  const message = (url: string) => judge(url, 'POST').findings[0]?.message;
  expect(message('https://api.exa.ai/v1/files/?a=1')).toBe(
    'The path differs from a documented one by the slash at its end, which the description does not have.',
  );
  expect(message('https://api.exa.ai/v1/other/')).toBe('The description has no operation for this path.');
});
