import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchanges } from '../contract-run.ts';
import { githubReport } from './github.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY } from './shared/run.test-support.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner reads a line. Source: actions/runner, src/Runner.Common/ActionCommand.cs. */
function readCommand(line: string): Command | undefined {
  const match = /^::([^ :]+) ?([^:]*(?::(?!:)[^:]*)*)::(.*)$/s.exec(line.trimStart());
  if (match === null) return undefined;
  const [, name = '', list = '', message = ''] = match;
  const properties = list.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), reveal(reveal(pair.slice(at + 1), '%3A', ':'), '%2C', ',')];
  });
  const plain = Object.fromEntries(properties.map(([key, value]) => [key, decode(value)]));
  return { name, properties: plain, message: decode(message) };
}

function decode(text: string): string {
  return reveal(reveal(reveal(text, '%0D', '\r'), '%0A', '\n'), '%25', '%');
}

function reveal(text: string, escaped: string, plain: string): string {
  return text.replaceAll(escaped, plain);
}

function commandsOf(text: string): Command[] {
  return text.split('\n').flatMap((line) => readCommand(line) ?? []);
}

describe('the annotations for GitHub', () => {
  it('point at the place in the description, once for equal findings', async () => {
    const { report } = await aRun(DIFFERENCES);
    const commands = commandsOf(githubReport(report));
    expect(commands.map(({ name, properties }) => `${name} ${properties['title']}`)).toEqual([
      'error response-schema-conformance',
      'warning undocumented-property',
      'warning undocumented-operation',
    ]);
    expect(commands[0]).toMatchObject({
      properties: {
        file: 'openapi/components/schemas/WebsetEnrichmentStatus.yaml',
        line: expect.stringMatching(/^\d+$/),
        col: expect.stringMatching(/^\d+$/),
      },
      message: [
        'websets-enrichments-cancel 200: /status is not one of the documented values.',
        'Did you mean "canceled"?',
        'received: "cancelled", "stopped"',
        'documented: "pending", "canceled", "completed"',
        'recording: one.json #1, and 1 more',
      ].join('\n'),
    });
  });

  it.each([
    ['', 'openapi/components/schemas/WebsetEnrichmentStatus.yaml'],
    ['../elsewhere', 'one.json'],
    ['node_modules/exa-enrichments', 'one.json'],
    ['packages/api', 'packages/api/openapi/components/schemas/WebsetEnrichmentStatus.yaml'],
  ])(
    'point at the recording where the description is not the reader’s own: %j',
    async (descriptionFolder, file) => {
      const { report } = await aRun(DIFFERENCES);
      const [first] = commandsOf(githubReport(report, { descriptionFolder }));
      expect(first?.properties['file']).toBe(file);
    },
  );

  it('only count what was waived, and point at a waiver by its own place', async () => {
    const waive = ([first = '']: readonly string[]): ReturnType<typeof aWaiver>[] => [
      aWaiver(first),
      aWaiver('aaaaaaaaaaaaaaaa', { place: { file: 'w.yaml', line: 9, column: 3, pointer: '/1' } }),
    ];
    const { report } = await aRun(DIFFERENCES, { waive });
    const text = githubReport(report, { descriptionFolder: 'node_modules/exa-enrichments' });
    expect(commandsOf(text).map(({ name }) => name)).toEqual(['warning', 'warning', 'warning']);
    expect(commandsOf(text)[2]?.properties).toMatchObject({
      title: 'unused-waiver',
      file: 'w.yaml',
      line: '9',
    });
    expect(text).toContain('4 of 5 exchanges verified: 0 errors, 3 warnings, 0 info, 2 waived.');
  });

  it('say so where nothing was verified', async () => {
    const report = await verifyExchanges(bundledContract, []);
    expect(commandsOf(githubReport(report))[0]).toMatchObject({
      name: 'error',
      message: 'Nothing was verified.',
    });
  });

  it('hold one command for each finding whatever was recorded, and show no key', async () => {
    const { report } = await aRun(HOSTILE_DIFFERENCES);
    const text = githubReport(report);
    const commands = commandsOf(text);
    expect(text.trimEnd().split('\n')).toHaveLength(commands.length + 1);
    expect(commands.every(({ name }) => ['error', 'warning', 'notice'].includes(name))).toBe(true);
    const files = commands.map(({ properties }) => properties['file'] ?? '');
    expect(files.find((file) => file.startsWith('<') && file.includes('\\n::error::x%0A| a'))).toBeDefined();
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).not.toContain(KEY);
  });
});
