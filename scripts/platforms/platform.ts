/** Somewhere that the client is used: a small project, and how its tests are run. Each test is a claim. */
export interface Platform {
  readonly name: string;
  /** The package whose version is shown. */
  readonly shows: string;
  /** Folders of `projects/`, laid one over the other. The last has the manifest and its lock. */
  readonly project: readonly string[];
  /** What `node` is started with, in the project. Writes the claims into {@link CLAIMS_FILE}. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Where the tests of a project say what they saw. */
export const CLAIMS_FILE = 'claims.json';

const OUTPUT = `--outputFile=${CLAIMS_FILE}`;
const JEST = 'node_modules/jest/bin/jest.js';

export const PLATFORMS: readonly Platform[] = [
  byNode({ name: 'Next.js 14', shows: 'next', project: ['next', 'next-14'] }, 'next.test.js'),
  byNode({ name: 'Next.js 16', shows: 'next', project: ['next', 'next-16'] }, 'next.test.js'),
  byNode(
    {
      name: 'Next.js 16, cache components',
      shows: 'next',
      project: ['next', 'next-cache-components', 'next-16'],
    },
    'next.test.js',
  ),
  byNode({ name: 'msw', shows: 'msw', project: ['mocks'] }, 'msw.test.js'),
  byNode({ name: 'nock', shows: 'nock', project: ['mocks'] }, 'nock.test.js'),
  ...['undici-6', 'undici-7'].map((undici) =>
    byNode(
      { name: `MockAgent, ${undici}`, shows: undici, project: ['mocks'], env: { UNDICI: undici } },
      'mock-agent.test.js',
    ),
  ),
  ...['undici-6', 'undici-7'].map((undici) =>
    byNode(
      { name: `proxy, ${undici}`, shows: 'undici', project: ['proxy', `proxy-${undici}`] },
      'proxy.test.js',
    ),
  ),
  ...['node', 'fake-timers', 'jsdom', 'fixed-jsdom', 'happy-dom'].map((project) => ({
    name: `jest, ${project}`,
    shows: 'jest',
    project: ['jest'],
    command: [
      '--experimental-vm-modules',
      '--no-warnings',
      JEST,
      '--json',
      OUTPUT,
      '--selectProjects',
      project,
    ],
  })),
  {
    name: 'jest, CommonJS',
    shows: 'jest',
    project: ['jest'],
    command: [JEST, '--config=commonjs.config.js', '--json', OUTPUT],
  },
  ...['vitest-3', 'vitest-4'].flatMap((line) =>
    ['node', 'fake-timers', 'jsdom', 'happy-dom'].map((project) => ({
      name: `${line}, ${project}`,
      shows: 'vitest',
      project: ['vitest', line],
      command: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', OUTPUT, '--project', project],
    })),
  ),
  ...['typescript-5.4', 'typescript-5.9', 'typescript-6', 'typescript-7'].map((compiler) =>
    byNode(
      { name: `package, ${compiler}`, shows: compiler, project: ['types'], env: { TYPESCRIPT: compiler } },
      'types.test.js',
    ),
  ),
  byNode({ name: 'package, bundles', shows: 'vite', project: ['bundlers'] }, 'bundlers.test.js'),
];

/** Run by `node:test`, whose reporter is ours and writes what jest and vitest write. */
function byNode(platform: Omit<Platform, 'command'>, file: string): Platform {
  const reporter = new URL('claims-reporter.js', import.meta.url).href;
  return {
    ...platform,
    command: [`--test-reporter=${reporter}`, `--test-reporter-destination=${CLAIMS_FILE}`, file],
  };
}
