import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../bundled-contract.ts';
import { verifyExchange } from '../../contract-run.ts';
import { compileDescription } from '../../description/compile.ts';
import { anExchange, type ExchangeParts } from '../../exchange.test-support.ts';
import { inFolder } from '../../recordings/source.test-support.ts';
import { collectEvidence } from './evidence.ts';
import { reproduce, shellQuote } from './reproduce.ts';

const KEY = 'test-key-1234567890';

function commandFor(parts: ExchangeParts): string {
  const exchange = anExchange({ status: 418, ...parts });
  const findings = verifyExchange(bundledContract, exchange);
  const evidence = collectEvidence(bundledContract);
  evidence.add(exchange, findings);
  const [finding] = findings;
  if (finding === undefined) throw new Error('no finding');
  return reproduce(finding, bundledContract, evidence.result().get(finding.fingerprint)) ?? '';
}

const DESCRIPTION = `openapi: 3.1.0
info: {title: t, version: '1'}
servers: [{url: 'https://api.example.test'}]
paths:
  /e:
    get:
      operationId: e
      parameters:
        - {name: X-Tenant, in: header, schema: {type: string}}
        - {name: X-Empty, in: header, schema: {type: string}}
        - {name: X-Access-Token, in: header, schema: {type: string}}
      responses: {'200': {description: ok}}
`;

async function documentedCommandFor(requestHeaders: Readonly<Record<string, string>>): Promise<string> {
  let command = '';
  await inFolder({ 'api.yaml': DESCRIPTION }, async (folder) => {
    const contract = await compileDescription(`${folder}/api.yaml`);
    const exchange = anExchange({
      method: 'GET',
      url: 'https://api.example.test/e',
      status: 418,
      requestHeaders,
    });
    const evidence = collectEvidence(contract);
    const findings = verifyExchange(contract, exchange);
    evidence.add(exchange, findings);
    const [finding] = findings;
    if (finding === undefined) throw new Error('no finding');
    command = reproduce(finding, contract, evidence.result().get(finding.fingerprint)) ?? '';
  });
  return command;
}

/** The arguments that curl would get from a shell in which the key is set. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { ...process.env, EXA_API_KEY: 'my-own-key' };
  return execFileSync('bash', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
}

describe('the command that reproduces an exchange', () => {
  it('asks for the key by name, and holds none', () => {
    const command = commandFor({});
    expect(command).toBe(
      'curl -sS -i -X POST https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel' +
        ` -H 'x-api-key: '"$EXA_API_KEY"`,
    );
    expect(argumentsOf(command)).toContain('x-api-key: my-own-key');
  });

  it('sends the body and the headers that matter, with the credential as it was sent', () => {
    const command = commandFor({
      requestHeaders: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', cookie: KEY },
      requestBody: `{"a":"it's"}`,
    });
    expect(argumentsOf(command).slice(5)).toEqual([
      '-H',
      'authorization: Bearer my-own-key',
      '-H',
      'content-type: application/json',
      '--data-raw',
      `{"a":"it's"}`,
    ]);
    expect(command).not.toContain(KEY);
  });

  it('is none where the recording names no host', () => {
    expect(commandFor({ url: '/v0/websets/w/enrichments/e/cancel' })).toBe('');
  });

  it('does not post where something else was sent with a body', () => {
    const words = argumentsOf(commandFor({ method: 'GET', requestBody: '{}' }));
    expect(words.slice(2, 4)).toEqual(['-X', 'GET']);
  });

  it('asks for the head alone where that was asked for', () => {
    const words = argumentsOf(commandFor({ method: 'HEAD', requestBody: '{}' }));
    expect(words).toContain('--head');
    expect(words).not.toContain('-X');
    expect(words).not.toContain('--data-raw');
  });

  it('lets curl give no name to a body that came without one', () => {
    const words = argumentsOf(commandFor({ requestBody: '{}' }));
    expect(words.slice(-4)).toEqual(['-H', 'content-type:', '--data-raw', '{}']);
  });

  it('sends the headers that are documented, but for credentials', async () => {
    const words = argumentsOf(
      await documentedCommandFor({
        'x-tenant': 'acme',
        'x-empty': '',
        'x-access-token': KEY,
        'x-other': 'o',
      }),
    );
    expect(words.slice(3)).toEqual(['-H', 'x-tenant: acme', '-H', 'x-empty;']);
  });

  it.each([
    'http://api.exa.ai',
    'https://evil.test',
    'https://api.exa.ai.evil.test',
    'https://api.exa.ai@evil.test',
    'https://api.exa.ai\\@evil.test',
    'https://api.exa.ai:444',
    'http://127.0.0.1:4010',
  ])('gives the key to no other origin: %s', (origin) => {
    const command = commandFor({
      url: `${origin}/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel`,
    });
    expect(command).not.toContain('EXA_API_KEY');
    expect(argumentsOf(command).join()).not.toContain('my-own-key');
  });

  it.each([
    ["https://api.exa.ai/websets/v0/websets/'$(id)'/enrichments/`id`/cancel", undefined],
    ['https://api.exa.ai/websets/v0/websets/[1-9]/enrichments/{a,b}/cancel', '--globoff'],
    ['https://api.exa.ai/websets/v0/../v1', '--path-as-is'],
    ['https://api.exa.ai/websets/v0/%2e%2E', '--path-as-is'],
  ])('calls the URL as it was recorded: %s', (url, option) => {
    const words = argumentsOf(commandFor({ url }));
    expect(words).toContain(url);
    expect(words.filter((word) => word === '--globoff' || word === '--path-as-is')).toEqual(
      option === undefined ? [] : [option],
    );
  });

  it('encodes what a URL can not hold', () => {
    const words = argumentsOf(commandFor({ url: 'https://api.exa.ai/\u001b[31m\nx\uD800' }));
    expect(words).toContain('https://api.exa.ai/%1B[31m%0Ax%EF%BF%BD');
  });

  it('leaves out a body that is long or no text, and says so', () => {
    expect(argumentsOf(commandFor({ requestBody: 'x'.repeat(3_000) })).slice(-2)).toEqual([
      '--data-binary',
      '@body-of-the-recording',
    ]);
  });
});

/** What bash makes of a word. */
function throughShell(word: string): string {
  return execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' });
}

describe('a quoted word', () => {
  it.each([
    'plain',
    '',
    '-n',
    "it's",
    '$(touch /tmp/nope)',
    '`id` ; rm -rf x & $HOME "quoted" \\ !history',
    '\u001b[31mred\u0007',
    'a\nb',
    "a\n'b\\c",
    '\u202Eevil\u202C',
    '\u00001'.slice(1),
    '\u000112',
    'ü — 漢字 🙂',
  ])('is the same text to a shell: %j', (text) => {
    const word = shellQuote(text);
    expect(throughShell(word)).toBe(text);
    expect(word).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});
