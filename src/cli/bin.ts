#!/usr/bin/env node
import { whyUnwritten } from '../contract/recordings/index.ts';
import { crashText } from './cli-errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { main } from './main.ts';
import { dieOfSignal, listenForSignals, prose, survivingOutput } from './process.ts';
import type { Terminal } from './terminal.ts';

// Rejections that nobody handles come here as well. Node's own exit would be 1, which means findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(crashText(error), () => process.exit(EXIT.usage));
});

let exit: ExitCode = EXIT.clean;
let isLost = false;

// `exitCode` and not `exit()`: what is still being written to a pipe is written.
function settle(): void {
  process.exitCode = isLost && exit !== EXIT.interrupted ? EXIT.usage : exit;
}

const err = prose(survivingOutput(process.stderr));
const terminal: Terminal = {
  out: survivingOutput(process.stdout, (error) => {
    err.write(`exa-enrichments: can't write to stdout: ${whyUnwritten(error)}\n`);
    isLost = true;
    settle();
  }),
  err,
  env: process.env,
  // Looked at only by a command that reads it: a pipe that was opened keeps the process.
  get input() {
    return process.stdin;
  },
  onInterrupt: listenForSignals,
  leave: dieOfSignal,
};

exit = await main(process.argv.slice(2), terminal);
settle();
