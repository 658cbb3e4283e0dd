#!/usr/bin/env node
import { main } from './main.ts';

// `exitCode` and not `exit()`: what is still being written to a pipe is written.
process.exitCode = await main(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
});
