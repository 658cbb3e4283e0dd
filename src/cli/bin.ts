#!/usr/bin/env node
import { crashText } from './crash-text.ts';
import { EXIT } from './exit-code.ts';
import { listenForSignals } from './listen-for-signals.ts';
import { main } from './main.ts';
import { survivingOutput } from './surviving-output.ts';
import type { Terminal } from './terminal.ts';

// Rejections that nobody handles come here as well. Node's own exit would be 1, which means findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(crashText(error), () => process.exit(EXIT.usage));
});

const terminal: Terminal = {
  out: survivingOutput(process.stdout),
  err: survivingOutput(process.stderr),
  env: process.env,
  // Looked at only by a command that reads it: a pipe that was opened keeps the process.
  get input() {
    return process.stdin;
  },
  onInterrupt: listenForSignals,
};

// `exitCode` and not `exit()`: what is still being written to a pipe is written.
process.exitCode = await main(process.argv.slice(2), terminal);
