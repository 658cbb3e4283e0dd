import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { VITEST } from './support/vitest-stub.ts';

const DOCS = readFileSync('docs/matcher.md', 'utf8');
const DECLARATION = /## vitest\n.*?```ts\n(.*?)```/s.exec(DOCS)?.[1] ?? '';

/** What TypeScript says of the documented declaration, with some lines that use it. */
function errorsOf(lines: string): string[] {
  const virtual = new Map([
    [resolve('contract-tests/vitest-stub.ts'), VITEST],
    [resolve('contract-tests/vitest-use.ts'), `${DECLARATION}\n${lines}`],
  ]);
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, '.');
  options.paths = { ...options.paths, vitest: [resolve('contract-tests/vitest-stub.ts')] };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => virtual.get(resolve(file)) ?? readFile(file);
  host.fileExists = (file) => virtual.has(resolve(file)) || fileExists(file);
  host.getSourceFile = (file, target) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, target);
  };
  const use = resolve('contract-tests/vitest-use.ts');
  const program = ts.createProgram([use], options, host);
  const file = program.getSourceFile(use);
  return [...program.getSemanticDiagnostics(file), ...program.getSyntacticDiagnostics(file)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

describe('the matcher in vitest', () => {
  it('has the type that the docs declare', () => {
    const use = `
      expect(1).toMatchContract();
      expect(1).not.toMatchContract({ failOn: 'warning' });
      const done: Promise<void> = expect(Promise.resolve(1)).resolves.toMatchContract();
      void done;`;
    expect(errorsOf(use)).toEqual([]);
  });

  it('refuses options that there are not', () => {
    expect(errorsOf("expect(1).toMatchContract({ failOff: 'warning' });")).toEqual([
      expect.stringContaining("'failOff' does not exist in type 'MatchContractOptions'"),
    ]);
  });
});
