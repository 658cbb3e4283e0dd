import { subscribe } from 'node:diagnostics_channel';

/**
 * @typedef {{ family: string, fault: string, outcome: string, attempts?: number, may?: boolean, requests: number,
 *   ms: number, again?: boolean }} Told
 * @typedef {{ ancestorTitles: string[], title: string, status: string, failureMessages: string[] }} Case
 */

const COLUMNS = ['fault', 'the client', 'attempts', 'requests', 'may have succeeded', 'ms'];

/**
 * Prints what jest found as a table: a line for each fault, and what was wrong below it. Runs in the process of the tests,
 * and fails the run for what Node warns of in the meantime.
 */
export default class TableReporter {
  /** @type {Map<string, Told>} */
  told = new Map();
  /** @type {string[]} */
  stray = [];
  started = performance.now();

  constructor() {
    subscribe('exa-enrichments:fault', (message) => {
      const told = /** @type {Told} */ (message);
      this.told.set(key(told.family, told.fault), told);
    });
    process.on('unhandledRejection', (reason) => this.stray.push(`unhandled rejection: ${String(reason)}`));
    process.on('warning', ({ name, message }) => {
      // jest itself is run with them.
      if (!message.startsWith('VM Modules is an experimental')) this.stray.push(`${name}: ${message}`);
    });
  }

  /** @param {unknown} _contexts @param {{ testResults: { testExecError?: { message: string }, testResults: Case[] }[] }} run */
  onRunComplete(_contexts, { testResults }) {
    const cases = testResults
      .flatMap((file) => file.testResults)
      .filter(({ status }) => status !== 'pending');
    const right = cases.filter(({ status }) => status === 'passed');
    const again = right.filter((each) => this.toldOf(each)?.again);
    const alone = again.length > 0 ? ` (${again.length} of them when tried again alone)` : '';
    const seconds = ((performance.now() - this.started) / 1000).toFixed(1);
    console.log(this.table(cases));
    console.log(
      `\n${cases.length} faults, ${right.length} as wanted${alone}, ${cases.length - right.length} not, in ${seconds} s`,
    );
    for (const { testExecError } of testResults) if (testExecError) this.stray.push(testExecError.message);
    if (cases.length === 0) this.stray.push('there is no such fault');
    for (const line of this.stray) console.error(`✗ ${line}`);
  }

  getLastError() {
    return this.stray.length === 0 ? undefined : new Error(this.stray.join('\n'));
  }

  /** @param {Case} each */
  toldOf({ ancestorTitles, title }) {
    return this.told.get(key(ancestorTitles.join(' '), title));
  }

  /** @param {Case[]} cases */
  table(cases) {
    const rows = cases.map((each) => [each.title, ...cells(this.toldOf(each))]);
    const widths = COLUMNS.map((name, at) =>
      Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)),
    );
    /** @param {string[]} row */
    const line = (row) =>
      row
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ');
    return cases
      .flatMap((each, at) => {
        const [family = ''] = each.ancestorTitles;
        const heading = ['', `  ${line([family, ...COLUMNS.slice(1)])}`];
        const isFirst = family !== cases[at - 1]?.ancestorTitles[0];
        const mark = each.status === 'passed' ? '✓' : '✗';
        return [...(isFirst ? heading : []), `${mark} ${line(rows[at] ?? [])}`, ...complaints(each)];
      })
      .join('\n');
  }
}

/** @param {string} family @param {string} fault */
function key(family, fault) {
  return `${family}\n${fault}`;
}

/** @param {Told | undefined} told */
function cells(told) {
  if (told === undefined) return ['', '', '', '', ''];
  const { outcome, attempts, may, requests, ms } = told;
  const yesOrNo = may === undefined ? '' : may ? 'yes' : 'no';
  return [outcome, String(attempts ?? ''), String(requests), yesOrNo, String(Math.round(ms))];
}

/** @param {Case} each */
function complaints({ failureMessages }) {
  return failureMessages.flatMap((message) => message.split('\n').map((line) => `    ${line}`));
}
