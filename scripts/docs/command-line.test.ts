import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';

// Each help is a process of its own, and the machine may be busy.
jest.setTimeout(60_000);

const DOCS = readFileSync('docs/command-line.md', 'utf8');
const README = readFileSync('README.md', 'utf8');

function help(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['dist/cli/bin.js', ...args, '--help'], { encoding: 'utf8' });
}

function section(command: string): string {
  return new RegExp(`^## ${command}\n(.*?)(?=^## |$(?![^]))`, 'ms').exec(DOCS)?.[1] ?? '';
}

function options(text: string): readonly string[] {
  const names = Array.from(text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g), ([, name]) => name ?? '');
  return [...new Set(names)].filter((name) => name !== 'help').sort();
}

function exits(text: string): readonly string[] {
  const table = /^\| exit \|.*\n((?:\|.*\n)+)/m.exec(text)?.[1] ?? '';
  return Array.from(table.matchAll(/^\| (\d+) +\|/gm), ([, code]) => code ?? '');
}

const commands = Array.from(help().matchAll(/^ {2}([a-z-]+) {2,}/gm), ([, name]) => name ?? '');

describe('docs/command-line.md', () => {
  it('is about a command that has commands', () => {
    expect(commands).not.toHaveLength(0);
  });

  it.each(commands)('names each option of `%s`, and no other', (command) => {
    expect(options(section(command))).toEqual(options(help(command)));
  });

  it('lists the same exits as the README', () => {
    expect(exits(DOCS)).toEqual(exits(README));
    expect(exits(DOCS)).toContain('130');
  });
});
