import { printable } from '../../contract/printable.ts';
import { appendOutput, isSameFile, writeOutput } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';

/** Writes a report to stdout or to a file, whose folder is made where it is missing. @throws OutputError */
export async function deliver(text: string, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) {
    terminal.out.write(text);
    return;
  }
  // A job summary is one file for all commands of a step: what an earlier one wrote stays.
  const summary = terminal.env['GITHUB_STEP_SUMMARY'];
  const isSummary = summary !== undefined && summary !== '' && (await isSameFile(file, summary));
  await (isSummary ? appendOutput : writeOutput)(file, text);
  terminal.err.write(`report written to ${printable(file)}\n`);
}
