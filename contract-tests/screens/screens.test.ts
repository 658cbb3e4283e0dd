import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Exchange, toHar, toNockDefinitions } from 'exa-enrichments/contract';
import description from 'exa-enrichments/openapi.json' with { type: 'json' };
import manifest from 'exa-enrichments/package.json' with { type: 'json' };
import { createSimulator, type SimulatorOptions, type SimulatorServer } from 'exa-enrichments/simulator';
import { recordedAt } from '../support/recordings.ts';
import { isTmuxThere, type Screen, startTmux, type Tmux } from './tmux.ts';

/**
 * What people see of the command, in a real terminal of 80 columns. The snapshots were read: whoever changes one reads it as
 * somebody who sees it for the first time.
 */
const BIN = fileURLToPath(new URL(`../../${manifest.bin['exa-enrichments']}`, import.meta.url));

/** What differs from run to run, in as many letters. */
const sameEachTime = (text: string): string =>
  text
    .replace(/(?<=127\.0\.0\.1:)\d+/g, (port) => 'N'.repeat(port.length))
    .replace(/\d\d:\d\d:\d\d\.\d{3}/g, 'HH:MM:SS.mmm')
    .replace(/\b\d+(\.\d)? m?s\b/g, 'N s')
    .replace(/\d{4}-\d\d-\d\d \(\d days? ago/g, 'YYYY-MM-DD (0 days ago')
    .replace(/(?<=sha256:)[0-9a-f]{12}/g, 'x'.repeat(12))
    .replace(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/g, '⠋');

/** Lines that are too wide though they could have been broken: a word of more than half a line can't. */
const tooWide = (screen: Screen): readonly string[] =>
  screen.lines().filter((line) => [...line].length > 80 && !/\S{41,}/.test(line));

/** A cancel whose answer has a status and a property that nobody knows. */
function bad(): Exchange {
  const exchange = recordedAt('cancel.json', 0);
  const text = String(exchange.response.body);
  const body = text.replace('"pending"', '"stopped"').replace('{', '{"credits":3,');
  return { ...exchange, response: { ...exchange.response, body } };
}

let folder = '';
let tmux: Tmux;
const servers: SimulatorServer[] = [];

/** A simulator, and what a command on its enrichment is called with. */
async function simulated(options: SimulatorOptions): Promise<string> {
  const simulator = createSimulator(options);
  const server = await simulator.listen();
  servers.push(server);
  return `${simulator.running.webset} ${simulator.running.enrichment} --base-url ${server.url}`;
}

const suite = isTmuxThere ? describe : describe.skip;

suite('the screen of a terminal', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'screens-'));
    await mkdir(join(folder, 'bin'));
    await symlink(BIN, join(folder, 'bin/exa-enrichments'));
    await chmod(BIN, 0o755);
    const published = structuredClone(description) as { info: { title: string } };
    published.info.title = 'A publication';
    const text = JSON.stringify(published).replace('"pending","canceled"', '"pending","paused"');
    await writeFile(join(folder, 'published.json'), text);
    await writeFile(join(folder, 'my traffic.har'), '');
    await writeFile(join(folder, 'bad.json'), toNockDefinitions([bad()]));
    tmux = startTmux(folder, { PATH: `${folder}/bin:${process.env['PATH']}`, EXA_API_KEY: 'k3y' });
  });
  afterAll(async () => {
    tmux?.close();
    await Promise.all(servers.map((server) => server.close()));
    if (folder !== '') await rm(folder, { recursive: true });
  });

  it.each([
    '--help',
    'help cancel',
    'help compare',
    'help completion',
    'help get',
    'help merge-reports',
    'help record',
    'help simulate',
    'help verify',
    'help wait',
    '',
    'verfy recordings',
    'verify bad.json --min-covrage 80',
    'simulate --scenario instnt',
    'simulate --fault rset',
    'verify bad.json --format prety',
    'verify bad.json --shard 1/2 --min-coverage 80',
    'verify none.json',
    'verify bad.json --api none.yaml',
    'cancel --from none.ndjson',
    'cancel w e --api-key abc',
    'cancel w ..',
    'cancel w e --dry-run',
    'verify bad.json',
    'compare published.json',
  ])('of `exa-enrichments %s`', async (args) => {
    const screen = tmux.open(`exa-enrichments ${args}`);
    expect(sameEachTime(await screen.shows(/^\[exit \d+\]$/m))).toMatchSnapshot();
    expect(tooWide(screen)).toEqual([]);
  });

  it('has colours, and none with NO_COLOR', async () => {
    const [colored, plain] = ['', 'NO_COLOR=1'].map((env) =>
      tmux.open(`${env} exa-enrichments verify bad.json`),
    );
    await colored?.shows(/\[exit 1\]/);
    await plain?.shows(/\[exit 1\]/);
    expect(colored?.colored()).toContain('\x1b[1m\x1b[31merror');
    expect(plain?.colored()).not.toContain('\x1b[');
  });

  it('of a cancel that takes effect', async () => {
    const at = await simulated({ timings: { cancelTakes: 0 } });
    const screen = tmux.open(`exa-enrichments cancel ${at} --wait`);
    expect(sameEachTime(await screen.shows(/\[exit 0\]/))).toMatchSnapshot();
  });

  it('of a cancel whose connection is lost at first', async () => {
    const at = await simulated({ faults: [{ fault: 'reset', times: 1 }] });
    const screen = tmux.open(`exa-enrichments cancel ${at}`);
    expect(sameEachTime(await screen.shows(/\[exit 0\]/))).toMatchSnapshot();
    expect(tooWide(screen)).toEqual([]);
  });

  it('of a wait, in one line while it lasts, and without it after Ctrl-C', async () => {
    const at = await simulated({ scenario: 'never-confirms' });
    const screen = tmux.open(`exa-enrichments cancel ${at} --wait`);
    const during = await screen.shows(/pending at read 1/);
    screen.press('C-c');
    const after = await screen.shows(/\[exit 130\]/);
    expect(sameEachTime(`${during}\n---\n${after}`)).toMatchSnapshot();
    expect(tooWide(screen)).toEqual([]);
  });

  it('of what is read slowly, and of the report after it', async () => {
    execFileSync('mkfifo', [join(folder, 'slow.har')]);
    const screen = tmux.open('exa-enrichments verify slow.har');
    const har = toHar([{ ...recordedAt('cancel.json', 0), recordedAt: Date.now() }], {
      creator: { name: 'any', version: '1' },
    });
    const writer = createWriteStream(join(folder, 'slow.har'));
    writer.write(har.slice(0, 500));
    const during = await screen.shows(/verifying/);
    writer.end(har.slice(500));
    const after = await screen.shows(/\[exit 0\]/);
    expect(sameEachTime(`${during}\n---\n${after}`)).toMatchSnapshot();
  });

  it('of a simulator, from its start to Ctrl-C', async () => {
    const screen = tmux.open('exa-enrichments simulate');
    const url = /Simulator +(\S+)/.exec(await screen.shows(/Ctrl-C stops/))?.[1];
    await fetch(`${url}/v0/websets/w/enrichments/e`);
    await screen.shows(/ GET /);
    screen.press('C-c');
    expect(sameEachTime(await screen.shows(/\[exit 0\]/))).toMatchSnapshot();
  });

  it.each([
    ['bash', 'exec bash --norc --noprofile -i', 'source <(exa-enrichments completion bash)'],
    ['zsh', 'exec zsh -f', 'autoload -U compinit; compinit -u -D; source <(exa-enrichments completion zsh)'],
  ])('of %s, where Tab completes, also a name with a blank', async (shell, start, load) => {
    if (spawnSync(shell, ['-c', 'true']).status !== 0) return console.warn(`There is no ${shell} here.`);
    const screen = tmux.open(`PS1='$ ' ${start}`);
    screen.press(`${load}; clear; echo ready`, 'Enter');
    await screen.shows(/^ready\n\$$/m);
    screen.press('exa-enrichments ver', 'Tab', '--fail-on w', 'Tab', 'my', 'Tab');
    expect(await screen.shows(/har/)).toMatch(
      /^ready\n\$ exa-enrichments verify --fail-on warning my\\ traffic\.har$/,
    );
  });
});

it('of a terminal was looked at', () => {
  if (!isTmuxThere) console.warn('There is no tmux here: the screens of the command were not looked at.');
});
