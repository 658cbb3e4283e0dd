import { printable } from '../../contract/printable.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { interruptible, type Terminal } from '../terminal.ts';
import { prepareConclusion } from '../verify/conclude.ts';
import { withConfig } from '../verify/config.ts';
import { runVerify } from '../verify/run.ts';
import { readVerifyOptions, VERIFY_OPTIONS } from '../verify/verify-options.ts';

export const verify: Command = {
  name: 'verify',
  usage: ['<path...> [options]'],
  about:
    'Holds recordings (nock, VCR, vcrpy, HAR, Playwright, Newman, Postman, WireMock, Pact) against the contract. A path is a file, a folder, a pattern, or - for stdin.',
  options: VERIFY_OPTIONS,
  examples: [
    'verify recordings/',
    'verify traffic.har --api openapi.yaml --server https://staging.example.com',
    'verify recordings/ --format pretty --format html=report.html --min-coverage 80',
  ],
  exits:
    '0 clean, 1 findings, 2 usage or unreadable input, 3 nothing was verified, 4 below a gate, 130 interrupted.',
  takes: 'files',
  run: verifyCommand,
};

async function verifyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const configured = await withConfig(args, VERIFY_OPTIONS);
  const options = readVerifyOptions(configured.args);
  if (configured.file !== undefined)
    terminal.err.write(`options of ${printable(configured.file)}${withoutText(configured.passedOver)}\n`);
  const conclude = await prepareConclusion(options);
  const now = new Date();
  return interruptible(terminal, async (signal) => {
    try {
      const found = await runVerify(options, terminal, { now, config: configured.file, signal });
      // What is being written then is written: it takes no time, and half of it would be worse.
      const exit = await conclude(found, terminal, now);
      return signal.aborted ? EXIT.interrupted : exit;
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
      terminal.err.write('exa-enrichments: interrupted, and no report was written\n');
      terminal.leave?.();
      return EXIT.interrupted;
    }
  });
}

function withoutText(members: readonly string[]): string {
  if (members.length === 0) return '';
  return `, but for ${members.join(', ')}: that needs all of the work, give it to merge-reports`;
}
