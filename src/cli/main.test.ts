import { describe, expect, it } from '@jest/globals';
import { main } from './main.ts';

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const text = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    write: (chunk: string): void => {
      text[name] += chunk;
    },
  });
  const code = await main(args, { out: output('out'), err: output('err'), env: {} });
  return { code, ...text };
}

const COMMANDS = [
  'cancel',
  'compare',
  'completion',
  'get',
  'merge-reports',
  'proxy',
  'record',
  'scrub',
  'simulate',
  'verify',
  'wait',
];

describe('the command line', () => {
  it.each([
    ['no command', [], 'no command given'],
    ['an unknown command', ['frobnicate'], 'unknown command "frobnicate"'],
    ['a word that every object has', ['constructor'], 'unknown command "constructor"'],
    ['no path', ['verify'], 'verify needs a path'],
    ['an empty path', ['verify', '.', ''], 'the path "" is empty'],
    ['an unknown option', ['verify', '--nope'], 'unknown option "--nope"'],
    ['an option without its value', ['verify', '.', '--api'], "Option '--api <value>' argument missing"],
    ['an unknown format', ['verify', '.', '--format', 'xml'], '--format must be one of pretty, json'],
    [
      'an unknown strategy',
      ['verify', '.', '--undocumented', 'no'],
      '--undocumented must be one of error, warn, ignore, not "no"',
    ],
    [
      'a percentage that is none',
      ['verify', '.', '--min-coverage', 'NaN'],
      '--min-coverage must be a percentage from 0 to 100, not "NaN"',
    ],
    [
      'a percentage above all',
      ['verify', '.', '--min-coverage', '101'],
      '--min-coverage must be a percentage',
    ],
    ['an empty percentage', ['verify', '.', '--min-coverage', ' '], '--min-coverage must be a percentage'],
  ])('refuses %s in a line, with exit 2 and nothing on stdout', async (_, args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`exa-enrichments: ${message}`);
    expect(err).toMatch(/^[^\n]+ \(try `exa-enrichments (verify )?--help`\)\n$/);
  });

  it.each([
    [
      'a description that is not there',
      ['verify', '.', '--api', 'no-such.yaml'],
      'no-such.yaml: does not exist',
    ],
  ])('names %s in one line, with exit 2 and no report', async (_, args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it.each([
    ['a command', ['verfy'], 'unknown command "verfy"; did you mean verify?'],
    ['the beginning of a command', ['merge'], 'unknown command "merge"; did you mean merge-reports?'],
    ['an option', ['verify', '.', '--min-covrage', '3'], '; did you mean --min-coverage?'],
    ['the beginning of an option', ['get', '--base', 'x'], '; did you mean --base-url?'],
    ['an option before any command', ['--verison'], 'unknown option "--verison"; did you mean --version?'],
    ['letters that changed places', ['--hlep'], 'unknown option "--hlep"; did you mean --help?'],
    ['such letters of a command', ['hlep'], 'unknown command "hlep"; did you mean help?'],
    ['help of a command', ['verify', '--hlep'], 'unknown option "--hlep"; did you mean --help?'],
    ['what is switched off', ['verify', '--no-confgi'], '; did you mean --no-config?'],
    [
      'a scenario',
      ['simulate', '--scenario', 'instnt'],
      'unknown --scenario "instnt"; did you mean instant?',
    ],
    ['a fault', ['simulate', '--fault', 'rset:times=1'], 'unknown --fault "rset"; did you mean reset?'],
    ['a format', ['verify', 'x', '--format', 'prety'], ', not "prety"; did you mean pretty?'],
    ['a command after help', ['help', 'cancle'], 'unknown command "cancle"; did you mean cancel?'],
  ])('says what was meant by %s', async (_, args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it.each([
    ['cancel --from f --wait', ['concurrency', 'max-failures', 'timeout', 'requests-per-second']],
    ['get w e', ['timeout']],
    ['wait w e', ['timeout']],
    ['record --simulator --output f', ['max-calls', 'timeout', 'scenario']],
    ['simulate', ['port', 'seed', 'fault', 'scenario']],
    ['verify .', ['shard', 'min-coverage', 'workers', 'max-age', 'server', 'format', 'fail-on']],
    ['merge-reports f', ['min-coverage', 'format', 'fail-on']],
  ])('names the option whose value makes no sense: %s', async (command, options) => {
    for (const option of options) {
      const { code, err } = await run(...command.split(' '), `--${option}`, 'x');
      expect({ code, told: err.replace('unknown ', '') }).toEqual({
        code: 2,
        told: expect.stringMatching(`^exa-enrichments: --${option}\\b`),
      });
    }
  });

  it.each([
    ['frobnicate'],
    ['x'],
    ['--frobnicate'],
    ['verify', '--no-strict'],
    ['verify', '--nostrict'],
    ['verify', '--no-shard'],
  ])('makes no guess at %s', async (...args) => {
    expect((await run(...args)).err).not.toContain('did you mean');
  });

  describe.each(['', ...COMMANDS])('help %s', (name) => {
    const command = name === '' ? [] : [name];

    it('fits into 80 columns, and is the same before and behind the command', async () => {
      const { code, out } = await run('help', ...command);
      expect(code).toBe(0);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(await run(...command, '--help')).toMatchObject({ code: 0, out, err: '' });
      expect(await run(...command, '-h')).toMatchObject({ out });
    });

    if (name !== '')
      it('has an example, which the command understands', async () => {
        const { out } = await run('help', name);
        const examples = /^For example:\n((?: {2}.*\n)+)/m.exec(out)?.[1] ?? '';
        const options = Array.from(examples.matchAll(/ (--[a-z-]+)/g), ([, option]) => option);
        expect(examples).toContain(`exa-enrichments ${name}`);
        for (const option of options) expect(out).toMatch(new RegExp(`^  ${option}( |$)`, 'm'));
      });
  });

  it('tells its commands and their options on stdout', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('verify') });
    expect(await run('verify', '--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('--api FILE'),
    });
    for (const option of ['--version', '-V', '-v'])
      expect(await run(option)).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    const { out } = await run('help');
    expect(Array.from(out.matchAll(/^ {2}([a-z-]+) {2,}/gm), ([, name]) => name)).toEqual(COMMANDS);
  });
});
