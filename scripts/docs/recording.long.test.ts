import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  compileDescription,
  type Exchange,
  readRecordings,
  verifyExchanges,
} from '../../src/contract/index.ts';

// Go compiles its own library first.
jest.setTimeout(240_000);

const DOCS = readFileSync('docs/recording.md', 'utf8');
const KEY = 'a-key-that-no-file-may-hold-4f9a8b7c';
const root = fileURLToPath(new URL('../..', import.meta.url));

const DESCRIPTION = `openapi: 3.1.0
info: {title: things, version: '1'}
security: [{key: []}]
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas: {Thing: {type: object, required: [id, name], properties: {id: {type: string}, name: {type: string}}}}
paths:
  /things/{id}:
    get:
      operationId: read
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
  /things:
    post:
      operationId: add
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}
      responses: {'201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
`;

/** The block of code below a heading. */
function code(heading: string, language: string): string {
  const section = DOCS.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
  const found = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(section ?? '')?.[1];
  if (found === undefined) throw new Error(`docs/recording.md has no ${language} below "${heading}"`);
  return found;
}

const runs = (command: string, ...args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const GO = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' };
const PYTHON = '/usr/bin/python3';

interface Recipe {
  readonly heading: string;
  readonly language: string;
  readonly file: string;
  readonly command: readonly [string, ...string[]];
  /** What Debian calls it; nock is always there. */
  readonly from?: string;
  readonly isThere: () => boolean;
}

const RECIPES: readonly Recipe[] = [
  {
    heading: 'nock',
    language: 'js',
    file: 'main.mjs',
    command: [process.execPath, 'main.mjs'],
    isThere: () => true,
  },
  {
    heading: 'VCR',
    language: 'ruby',
    file: 'main.rb',
    command: ['ruby', 'main.rb'],
    from: 'ruby-vcr and ruby-webmock',
    isThere: () => runs('ruby', '-e', 'require "vcr"; require "webmock"'),
  },
  {
    heading: 'vcrpy',
    language: 'python',
    file: 'main.py',
    command: [PYTHON, 'main.py'],
    from: 'python3-vcr',
    isThere: () => runs(PYTHON, '-c', 'import vcr, requests'),
  },
  {
    heading: 'go-vcr',
    language: 'go',
    file: 'main.go',
    command: ['go', 'run', 'main.go'],
    from: 'golang-go and golang-github-dnaeon-go-vcr-dev',
    isThere: () =>
      runs('test', '-d', '/usr/share/gocode/src/github.com/dnaeon/go-vcr') && runs('go', 'version'),
  },
];

const server: Server = createServer(({ method }, response) => {
  response.setHeader('content-type', 'application/json');
  response.writeHead(method === 'POST' ? 201 : 200).end('{"id":"1","name":"first"}');
});

describe('the recipes in docs/recording.md', () => {
  let api: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const { heading, language, file, command, from, isThere } of RECIPES) {
    const isHere = isThere();
    (isHere ? it : it.skip)(
      `record all that is judged, and no key: ${heading}${isHere ? '' : ` (none found: install ${from})`}`,
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'recording-'));
        try {
          await mkdir(join(folder, 'recordings'));
          await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
          await writeFile(join(folder, file), code(heading, language));
          await writeFile(join(folder, 'api.yaml'), DESCRIPTION);
          const env = { ...process.env, ...GO, API: api, API_KEY: KEY };
          await new Promise<void>((resolve, reject) => {
            const [program, ...args] = command;
            execFile(program, args, { cwd: folder, env }, (error) =>
              error === null ? resolve() : reject(error),
            );
          });
          const written = join(folder, 'recordings');
          const texts = readdirSync(written).map((name) => readFileSync(join(written, name), 'utf8'));
          expect(texts.join('\n')).not.toContain(KEY);
          const exchanges: Exchange[] = [];
          for await (const each of readRecordings([written])) exchanges.push(each);
          const contract = await compileDescription(join(folder, 'api.yaml'));
          const { findings, summary } = await verifyExchanges(contract, exchanges);
          expect(findings).toEqual([]);
          expect(summary).toMatchObject({ exchanges: 2, verified: 2 });
        } finally {
          await rm(folder, { recursive: true });
        }
      },
    );
  }
});
