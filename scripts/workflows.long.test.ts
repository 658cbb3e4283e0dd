import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createSimulator, type RequestEntry, type SimulatorOptions } from '../src/simulator/index.ts';
import { type RedoclyResult, runRedocly } from './redocly.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'exa-workflows-'));

/** The user's own: any characters. */
const EXTERNAL_ID = 'Köln / 100 % "A"?#';
/** Redocly puts a path parameter into the URL as it is, so that it has to be given encoded. */
const input = {
  webset: encodeURIComponent(EXTERNAL_ID),
  enrichment: 'wenrich_1',
  key: 'a-key-that-nobody-may-see',
};
const NOWHERE = 'wenrich_00000000000000000000000000';

interface Run extends RedoclyResult {
  readonly requests: readonly RequestEntry[];
  /** What Redocly found, by the JSON that it writes. */
  readonly failed: readonly string[];
  /** All that was told or written. */
  readonly told: string;
}

let runs = 0;

/** Runs a workflow the way `docs/workflows.md` tells, against a simulator of its own. */
async function run(workflow: string, { enrichments = [], ...options }: Situation): Promise<Run> {
  // Its time goes on with each request and not by the wall clock: how often a busy machine polls would depend on that.
  const simulator = createSimulator({
    clock: 'manual',
    onRequest: () => simulator.advance(STEP_MS),
    keys: [input.key],
    websets: [
      {
        externalId: EXTERNAL_ID,
        enrichments: [{ id: input.enrichment }, ...enrichments.map((id) => ({ id }))],
      },
    ],
    ...options,
  });
  const server = await simulator.listen();
  const json = join(folder, `${runs++}.json`);
  const har = `${json}.har`;
  const file = `openapi/workflows/${workflow}.arazzo.yaml`;
  const files = ['--json-output', json, '--har-output', har];
  const result = await runRedocly(
    ['respect', file, '--server', `websets=${server.url}`, '--verbose', ...files],
    root,
  );
  await server.close();
  const written = readFileSync(json, 'utf8');
  const told = [result.stdout, result.stderr, written, readFileSync(har, 'utf8')].join('\n');
  return { ...result, requests: simulator.requests, failed: failedIn(written), told };
}

interface Situation extends SimulatorOptions {
  /** Further enrichments of the Webset, by id. */
  readonly enrichments?: readonly string[];
}

/** What failed in the last attempt of each step: a poll goes on where an attempt fails. */
function failedIn(json: string): string[] {
  const { files } = JSON.parse(json) as {
    files: Record<string, { executedWorkflows: { executedSteps: Step[] }[] }>;
  };
  const steps = Object.values(files).flatMap(({ executedWorkflows }) =>
    executedWorkflows.flatMap(({ executedSteps }) => executedSteps),
  );
  const last = new Map(steps.map((step) => [step.stepId, step]));
  return [...last.values()].flatMap(({ stepId, checks }) =>
    checks.filter(({ passed }) => !passed).map(({ name }) => `${stepId}: ${name}`),
  );
}

interface Step {
  readonly stepId: string;
  readonly checks: readonly { readonly name: string; readonly passed: boolean }[];
}

/** What passes from one request to the next. */
const STEP_MS = 1_000;
/** Seen by the second read after the cancel, and not by the first. */
const soon = { cancelTakes: 1.5 * STEP_MS };
const completedSoon = { completesAfterCancel: 1.5 * STEP_MS };

beforeAll(() => {
  process.env['REDOCLY_CLI_RESPECT_INPUT'] = JSON.stringify(input);
});

afterAll(() => {
  delete process.env['REDOCLY_CLI_RESPECT_INPUT'];
  rmSync(folder, { recursive: true });
});

// Each starts a process, which takes its time on a busy machine.
jest.setTimeout(30_000);

describe('the workflow, run by a client that is not ours,', () => {
  it.each<[string, string, Situation, string[]]>([
    [
      'cancel-and-confirm',
      'reads until it is canceled',
      { timings: soon },
      ['POST 200', 'GET 200', 'GET 200'],
    ],
    [
      'cancel-and-confirm',
      'is content with one that stops at once',
      { scenario: 'instant' },
      ['POST 200', 'GET 200'],
    ],
    [
      'cancel-loses-the-race',
      'reads until it is completed',
      { scenario: 'completes-first', timings: completedSoon },
      ['POST 200', 'GET 200', 'GET 200'],
    ],
    ['cancel-what-is-not-there', 'finds nothing', {}, ['POST 404', 'GET 404']],
    ['bad-key', 'is refused, and nothing happened', {}, ['POST 400', 'GET 200']],
  ])('%s %s', async (workflow, _, situation, want) => {
    const { code, failed, requests, told } = await run(workflow, situation);

    expect({ failed, code }).toEqual({ failed: [], code: 0 });
    expect(requests.map(({ method, status }) => `${method} ${status}`)).toEqual(want);
    for (const { origin, parameters } of requests) {
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(parameters['webset']).toBe(EXTERNAL_ID);
    }
    expect(told).not.toContain(input.key);
  });

  it.each<[string, string, Situation, string[]]>([
    [
      'cancel-and-confirm',
      'it ends completed',
      { scenario: 'completes-first', timings: completedSoon },
      ['confirm: success criteria check'],
    ],
    [
      'cancel-and-confirm',
      'the status is one that does not exist',
      { script: ['ok', 'bad-enum'] },
      ['confirm: success criteria check', 'confirm: schema check'],
    ],
    [
      'cancel-loses-the-race',
      'the cancel wins',
      { timings: soon },
      ['find-it-completed: success criteria check'],
    ],
    [
      'cancel-what-is-not-there',
      'it is there',
      { enrichments: [NOWHERE] },
      ['cancel: success criteria check'],
    ],
    [
      'bad-key',
      'the key is taken',
      { keys: [input.key, 'not-a-key'], scenario: 'instant' },
      ['cancel: success criteria check'],
    ],
  ])('%s fails where %s', async (workflow, _, situation, want) => {
    const { code, failed } = await run(workflow, situation);

    expect({ failed, code }).toEqual({ failed: want, code: 1 });
  });

  it('passes against the command, as docs/workflows.md tells to run it', async () => {
    const docs = readFileSync(join(root, 'docs/workflows.md'), 'utf8');
    const [, section = ''] = docs.split('## Against the simulator\n');
    const told = section
      .split('\n## ')[0]
      ?.matchAll(/^npx tsx scripts\/redocly\.ts (respect \S+) --server /gm);
    const calls = Array.from(told ?? [], ([, call = '']) => call);
    const command = spawn(process.execPath, [join(root, 'dist/cli/bin.js'), 'simulate', '--json']);
    const ended = once(command, 'exit');
    const [welcome] = (await once(command.stdout, 'data')) as [Buffer];
    const { url, webset, enrichment } = JSON.parse(welcome.toString());
    process.env['REDOCLY_CLI_RESPECT_INPUT'] = JSON.stringify({ webset, enrichment, key: 'any' });
    const outcomes: [string, number][] = [];
    for (const call of calls) {
      const result = await runRedocly([...call.split(' '), '--server', `websets=${url}`], root);
      outcomes.push([call, result.code]);
    }
    process.env['REDOCLY_CLI_RESPECT_INPUT'] = JSON.stringify(input);
    command.kill('SIGTERM');

    expect(outcomes).toEqual(calls.map((call) => [call, 0]));
    expect(calls).toContain('respect openapi/workflows/bad-key.arazzo.yaml');
    expect(await ended).toEqual([0, null]);
  }, 120_000);

  it('is in the lint of the fragment, each of them', () => {
    const linted = readFileSync(join(root, 'redocly.yaml'), 'utf8');
    for (const file of readdirSync(join(root, 'openapi/workflows'))) {
      expect(linted).toContain(`root: openapi/workflows/${file}\n`);
    }
  });
});
