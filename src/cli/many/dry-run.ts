import { printable } from '../../contract/printable.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { checkKind, type RunKind } from '../journal/journal.ts';
import type { KnownRefs } from '../journal/known-refs.ts';
import { readJournal } from '../journal/read-journal.ts';
import { jsonLine } from '../json-line.ts';
import type { Terminal } from '../terminal.ts';
import { countRefs, emptyInput } from './count-refs.ts';
import type { Input } from './input.ts';
import { pending } from './pending.ts';
import { counted } from './summary.ts';
import { createTally } from './tally.ts';

export interface DryRunOptions {
  readonly journal: string | undefined;
  readonly json: boolean;
}

/** Tells what would be sent, and sends nothing: everything is checked as for the real run, but for the key. */
export async function dryRun(
  input: Input,
  { journal, json }: DryRunOptions,
  kind: RunKind,
  { out }: Terminal,
): Promise<ExitCode> {
  await countRefs(input, new AbortController().signal);
  let known: KnownRefs = new Map();
  if (journal !== undefined) {
    const state = await readJournal(journal);
    checkKind(journal, state.header, kind);
    known = state.known;
  }
  const tally = createTally();
  let wouldCancel = 0;
  for await (const { webset, enrichment } of pending(input.read(), known, tally)) {
    wouldCancel += 1;
    if (!json) out.write(`would-cancel: ${printable(enrichment)} of ${printable(webset)}\n`);
  }
  const { repeated, settledBefore } = tally;
  const references = wouldCancel + repeated + settledBefore;
  if (references === 0) throw emptyInput(input);
  out.write(
    json
      ? jsonLine({ references, wouldCancel, repeated, settledBefore })
      : `${counted(references)}: ${wouldCancel} would be canceled, ${settledBefore} settled before, ${repeated} repeated. Nothing was sent.\n`,
  );
  return EXIT.clean;
}
