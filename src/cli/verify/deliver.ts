import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { printable } from '../../contract/recording-support/printable.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Writes a report to stdout or to a file, whose folder is made where it is missing. @throws UsageError */
export async function deliver(text: string, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) {
    terminal.out.write(text);
    return;
  }
  try {
    await mkdir(dirname(file), { recursive: true });
    // A job summary is one file for all commands of a step: what an earlier one wrote stays.
    const write = file === terminal.env['GITHUB_STEP_SUMMARY'] ? appendFile : writeFile;
    await write(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`can't write ${printable(file)} (${code ?? error})`);
  }
  terminal.err.write(`report written to ${printable(file)}\n`);
}
