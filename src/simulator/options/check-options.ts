import { isMoment, type SimulatorClock } from '../clock.ts';
import { checkBehaviour } from './check-behaviour.ts';
import { checkRule, checkStep } from './check-fault.ts';
import type { SimulatorOptions } from './simulator-options.ts';
import { checkList, checkNames, checkNumber, checkObject, checkOneOf, refuse, show } from './value-checks.ts';

const names: Readonly<Record<keyof SimulatorOptions, true>> = {
  scenario: true,
  timings: true,
  assumptions: true,
  seed: true,
  clock: true,
  random: true,
  createId: true,
  websets: true,
  keys: true,
  badKeys: true,
  rateLimit: true,
  faults: true,
  script: true,
  logLimit: true,
  onRequest: true,
  onExchange: true,
};

/** @throws {SimulatorOptionError} for the first option that makes no sense. The Websets are checked when they are added. */
export function checkOptions(options: SimulatorOptions): void {
  checkObject('options', options);
  checkNames('createSimulator', options, Object.keys(names));
  checkBehaviour(options);
  const { seed, clock, websets, keys, badKeys, rateLimit, faults, script, logLimit } = options;
  if (seed !== undefined) checkNumber('seed', seed, { whole: true });
  if (clock !== undefined) checkClock(clock);
  if (keys !== undefined && checkKeys('keys', keys).length === 0)
    refuse('keys is empty: no request could pass');
  if (badKeys !== undefined) checkKeys('badKeys', badKeys);
  if (rateLimit !== undefined && rateLimit !== 'off')
    checkNumber('rateLimit', rateLimit, { least: 1, whole: true });
  if (logLimit !== undefined) checkNumber('logLimit', logLimit, { whole: true });
  if (websets !== undefined) checkList('websets', websets);
  for (const name of ['random', 'createId', 'onRequest', 'onExchange'] as const)
    checkFunction(name, options[name]);
  checkSteps(script ?? []);
  checkRules(faults ?? []);
}

/** @throws {SimulatorOptionError} for the first step that makes no sense. */
export function checkSteps(steps: unknown): void {
  checkList('script', steps);
  for (const [index, step] of steps.entries()) checkStep(`script[${index}]`, step);
}

function checkRules(rules: unknown): void {
  checkList('faults', rules);
  for (const [index, rule] of rules.entries()) checkRule(`faults[${index}]`, rule);
}

function checkClock(clock: unknown): void {
  if (typeof clock === 'string') {
    checkOneOf('clock', clock, ['manual', 'real']);
    return;
  }
  checkObject('clock', clock);
  for (const name of ['now', 'advance', 'sleep']) {
    if (typeof clock[name] !== 'function') refuse(`clock needs a function ${name}`);
  }
  const now = (clock as Pick<SimulatorClock, 'now'>).now();
  if (typeof now !== 'number' || !isMoment(now))
    refuse(`clock must tell a time from the year 0 to 9999 in milliseconds, not ${show(now)}`);
}

function checkKeys(name: string, keys: unknown): readonly unknown[] {
  checkList(name, keys);
  for (const key of keys) {
    if (typeof key !== 'string' || !/^[!-~]+$/.test(key))
      refuse(`${name} must be printable ASCII without blanks`);
  }
  return keys;
}

function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function')
    refuse(`${name} must be a function, not ${show(value)}`);
}
