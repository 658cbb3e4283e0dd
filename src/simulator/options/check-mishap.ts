import { type FaultParameters, faultNames, isFaultName } from '../faults/fault.ts';
import { faults } from '../faults/table.ts';
import { operationIds } from '../route.ts';
import { refusalNames } from '../scenarios/refusal-scenarios.ts';
import { checkNames, checkNumber, checkObject, checkOneOf, checkText, refuse, show } from './check.ts';
import { sampleAnswer } from './sample-answer.ts';

/** @throws {SimulatorOptionError} for a step of a script that makes no sense. */
export function checkStep(what: string, step: unknown): void {
  if (step !== 'ok') checkMishap(what, step, []);
}

/** @throws {SimulatorOptionError} for a rule that makes no sense. */
export function checkRule(what: string, rule: unknown): void {
  checkMishap(what, rule, ['probability', 'on', 'times']);
  if (typeof rule === 'string') return;
  const { probability, on, times } = rule as Readonly<Record<string, unknown>>;
  if (probability !== undefined) checkNumber(`${what}.probability`, probability, { most: 1 });
  if (on !== undefined) checkOneOf(`operation in ${what}.on:`, on, operationIds);
  if (times !== undefined) checkNumber(`${what}.times`, times, { whole: true });
}

function checkMishap(what: string, mishap: unknown, also: readonly string[]): void {
  if (typeof mishap === 'string') {
    checkOneOf(`fault in ${what}:`, mishap, [...faultNames, ...refusalNames]);
    return;
  }
  checkObject(what, mishap);
  const { processed } = mishap;
  if (processed !== undefined && typeof processed !== 'boolean') {
    refuse(`${what}.processed must be true or false, not ${show(processed)}`);
  }
  if ('refusal' in mishap) checkRefusal(what, mishap, also);
  else checkFault(what, mishap, also);
}

type Fields = Readonly<Record<string, unknown>>;

function checkRefusal(what: string, mishap: Fields, also: readonly string[]): void {
  checkOneOf(`refusal in ${what}:`, mishap['refusal'], refusalNames);
  checkNames(what, mishap, ['refusal', 'processed', ...also]);
}

function checkFault(what: string, mishap: Fields, also: readonly string[]): void {
  const { fault } = mishap;
  checkOneOf(`fault in ${what}:`, fault, faultNames);
  if (typeof fault !== 'string' || !isFaultName(fault)) return;
  const { parameters, statuses } = faults[fault];
  checkNames(`${what} (${fault})`, mishap, ['fault', 'processed', ...parameters, ...also]);
  for (const name of parameters) {
    if (mishap[name] !== undefined) parameterChecks[name](`${what}.${name}`, mishap[name]);
  }
  const { status } = mishap;
  if (status !== undefined && statuses?.includes(Number(status)) === false)
    refuse(`${what}.status of ${fault} must be one of ${statuses.join(', ')}, not ${show(status)}`);
  if (faults[fault].apply(sampleAnswer, mishap as FaultParameters) === undefined)
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
