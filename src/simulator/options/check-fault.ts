import { type Answer, type ErrorAnswer, errorAnswer, type HeaderSource, jsonAnswer } from '../answers.ts';
import { type FaultParameters, faultNames, isFaultName } from '../faults/fault.ts';
import { faults } from '../faults/fault-table.ts';
import { startEnrichment } from '../lifecycle.ts';
import { operationIds } from '../operations/operation-table.ts';
import { behave } from '../scenarios.ts';
import { assumptionHeader } from '../serve/serve.ts';
import { checkNames, checkNumber, checkObject, checkOneOf, checkText, refuse, show } from './value-checks.ts';

/** @throws {SimulatorOptionError} for a step of a script that makes no sense. */
export function checkStep(what: string, step: unknown): void {
  if (step !== 'ok') checkFault(what, step, []);
}

/** @throws {SimulatorOptionError} for a rule that makes no sense. */
export function checkRule(what: string, rule: unknown): void {
  checkFault(what, rule, ['probability', 'on', 'times']);
  if (typeof rule === 'string') return;
  const { probability, on, times } = rule as Readonly<Record<string, unknown>>;
  if (probability !== undefined) checkNumber(`${what}.probability`, probability, { most: 1 });
  if (on !== undefined) checkOneOf(`operation in ${what}.on:`, on, operationIds);
  if (times !== undefined) checkNumber(`${what}.times`, times, { whole: true });
}

function checkFault(what: string, given: unknown, also: readonly string[]): void {
  if (typeof given === 'string') {
    checkOneOf(`fault in ${what}:`, given, faultNames);
    return;
  }
  checkObject(what, given);
  const { fault, processed, status } = given;
  checkOneOf(`fault in ${what}:`, fault, faultNames);
  if (typeof fault !== 'string' || !isFaultName(fault)) return;
  if (processed !== undefined && typeof processed !== 'boolean') {
    refuse(`${what}.processed must be true or false, not ${show(processed)}`);
  }
  const { parameters, statuses, apply } = faults[fault];
  checkNames(`${what} (${fault})`, given, ['fault', 'processed', ...parameters, ...also]);
  for (const name of parameters) {
    if (given[name] !== undefined) parameterChecks[name](`${what}.${name}`, given[name]);
  }
  if (status !== undefined && statuses?.includes(Number(status)) === false)
    refuse(`${what}.status of ${fault} must be one of ${statuses.join(', ')}, not ${show(status)}`);
  const sampleRefusal = (error: ErrorAnswer): Answer => errorAnswer(error, '/', sampleSource);
  if (apply(sampleAnswer, given as FaultParameters, sampleRefusal) === undefined)
    refuse(`${what} (${fault}) would break no answer with these parameters`);
}

const parameterChecks: Readonly<Record<keyof FaultParameters, (what: string, value: unknown) => void>> = {
  ms: (what, value) => checkNumber(what, value),
  status: (what, value) => checkNumber(what, value, { least: 200, most: 599, whole: true }),
  bytes: (what, value) => checkNumber(what, value, { whole: true }),
  field: checkText,
  value: checkText,
  header: (what, value) => checkHeader(what, value, value, ''),
  headerValue: (what, value) => checkHeader(what, value, 'x-any', value),
  location(what, value) {
    checkHeader(what, value, 'location', value);
    if (!URL.canParse(String(value), 'http://localhost')) refuse(`${what} must be a URL, not ${show(value)}`);
  },
};

/** `given` is either the name or the value; with the other one it has to make a header. */
function checkHeader(what: string, given: unknown, name: unknown, value: unknown): void {
  try {
    if (typeof given !== 'string') throw new TypeError('no text');
    new Headers([[String(name), String(value)]]);
  } catch {
    refuse(`${what} must be fit for a header, and ${show(given)} is not`);
  }
}

const now = Date.UTC(2026, 0, 15, 9, 30);
const { enrichment } = startEnrichment({ id: 'e', websetId: 'w' }, behave({}), now);
const sampleSource: HeaderSource = { now: () => now, hex: (bytes) => '0'.repeat(2 * bytes) };
const plain = jsonAnswer(200, enrichment, sampleSource);

/** An answer with all that there can be to break in one: what a fault makes nothing of, it makes nothing of at all. */
const sampleAnswer: Answer = {
  ...plain,
  headers: { ...plain.headers, 'retry-after': '1', [assumptionHeader]: 'secondCancel=200' },
};
