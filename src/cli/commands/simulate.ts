import { stat } from 'node:fs/promises';
import { printable } from '../../contract/printable.ts';
import { isHarOfSimulator } from '../../contract/recordings/index.ts';
import {
  createSimulator,
  faults,
  type ScenarioName,
  scenarioNames,
  scenarios,
} from '../../simulator/index.ts';
import { oneOf, readArguments, wholeNumber } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { prepareOutput, refuseUnlessSimulated, writeOutput } from '../output-files.ts';
import { parseFault } from '../simulate/parse-fault.ts';
import { requestLine } from '../simulate/request-line.ts';
import { createTraffic, type Traffic } from '../simulate/traffic.ts';
import { welcomeOf, welcomeText } from '../simulate/welcome.ts';
import { withSimulatorOptions } from '../simulator-complaints.ts';
import type { Terminal } from '../terminal.ts';
import { jsonLine } from '../words.ts';

/** No option takes a key, and the workflow for a bad one needs one that is refused while all others pass. */
const BAD_KEY = 'not-a-key';

/** The other faults are the error scenarios, which are listed as such. */
const breakages = Object.values(faults).filter(({ name }) => !Object.hasOwn(scenarios, name));

const OPTIONS = {
  port: { type: 'string', default: '0', value: 'N', help: 'default: a free one' },
  scenario: {
    type: 'string',
    default: 'async-cancel',
    value: 'NAME',
    words: scenarioNames,
    help: 'how it behaves; default: async-cancel',
  },
  seed: {
    type: 'string',
    default: '1',
    value: 'N',
    help: 'which ids and which chances; the same ones for the same seed (default: 1)',
  },
  fault: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'FAULT',
    words: Object.keys(faults),
    help: 'what goes wrong: NAME or NAME:parameter=value,...',
  },
  origin: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'ORIGIN',
    help: 'lets pages from there call too, such as https://app.example; pages on the loopback may in any case',
  },
  record: {
    type: 'string',
    value: 'FILE.har',
    help: 'write the traffic there at the end; it replaces such a recording, and no other file',
  },
  json: {
    type: 'boolean',
    default: false,
    help: 'what there is to know at the start, as one JSON object on stdout',
  },
} as const satisfies Options;

export const simulate: Command = {
  name: 'simulate',
  usage: ['[options]'],
  about: `Serves a stand-in for the API on 127.0.0.1, under the paths of production, with an enrichment in it that runs. It behaves as the API was observed to; what nobody knows it assumes, and says so. Each request is told on stderr. Any key is accepted but ${BAD_KEY}, which stands for a bad one.`,
  options: OPTIONS,
  lists: [
    { title: 'Scenarios:', rows: scenarioNames.map((name) => [name, scenarios[name].does]) },
    {
      title:
        'Faults; each also takes probability, times, on (an operationId) and processed (whether it takes effect all the same). The error scenarios are faults too.',
      rows: breakages.map(({ name, does, parameters }) => [
        name,
        parameters.length === 0 ? does : `${does} (${parameters.join(', ')})`,
      ]),
    },
  ],
  examples: [
    'simulate --scenario completes-first',
    'simulate --fault reset:times=1 --fault delay:ms=500,probability=0.2',
  ],
  exits: '0 stopped by Ctrl-C or SIGTERM, 2 wrong usage or port in use.',
  run: simulateCommand,
};

async function simulateCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError('simulate takes options only');
  const port = wholeNumber('port', values.port, { least: 0, most: 65_535 });
  const seed = wholeNumber('seed', values.seed, { least: 0, most: Number.MAX_SAFE_INTEGER });
  const scenario: ScenarioName = oneOf('scenario', values.scenario, scenarioNames);
  const { record, fault, json, origin: origins } = values;

  const traffic = record === undefined ? undefined : createTraffic(record);
  const simulator = await withSimulatorOptions(fault, () =>
    createSimulator({
      seed,
      scenario,
      badKeys: [BAD_KEY],
      faults: fault.map(parseFault),
      onRequest: (entry) => terminal.err.write(`${requestLine(entry)}\n`),
      ...(traffic && { onExchange: (exchange) => traffic.add(exchange) }),
    }),
  );
  if (record !== undefined) {
    await prepareOutput(record);
    await refuseOther(record);
  }
  const server = await withSimulatorOptions(fault, () => simulator.listen({ port, origins }));
  const stopped = new Promise<void>((resolve) => terminal.onInterrupt?.(resolve));
  const welcome = welcomeOf(simulator, server, scenario);
  terminal.out.write(
    json ? jsonLine(welcome) : welcomeText(welcome, scenarios[scenario], terminal.out.columns),
  );

  await stopped;
  await server.close();
  terminal.err.write(
    `${terminal.err.isTTY ? '\n' : ''}Stopped after ${counted(simulator.requestCount, 'request')}.\n`,
  );
  if (record !== undefined && traffic !== undefined) await keep(traffic, record, terminal);
  return EXIT.clean;
}

/** @throws UsageError where the file is there, and is something else than traffic of the simulator */
async function refuseOther(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isFile()) throw new UsageError(`can't write ${printable(file)}: it is not a regular file`);
  if (found.size > 0) refuseUnlessSimulated(file, (await isHarOfSimulator(file)) ? 'simulator' : undefined);
}

async function keep(traffic: Traffic, record: string, { err }: Terminal): Promise<void> {
  if (traffic.count === 0) {
    err.write(`No request came, so nothing was written to ${printable(record)}.\n`);
    return;
  }
  await writeOutput(record, traffic.toHar());
  const first = traffic.full ? 'the first ' : '';
  err.write(`Wrote ${first}${counted(traffic.count, 'exchange')} to ${printable(record)}.\n`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
