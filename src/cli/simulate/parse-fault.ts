import { type FaultName, type FaultRule, faults } from '../../simulator/index.ts';
import { oneOf } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';

const NAMES = Object.keys(faults) as FaultName[];

const NUMBERS: ReadonlySet<string> = new Set(['ms', 'status', 'bytes', 'probability', 'times']);

/**
 * A fault as it is typed: `reset`, `delay:ms=500,probability=0.2`, or JSON where a value holds a comma. The simulator judges
 * parameters and values; here they only become what they look like.
 */
export function parseFault(text: string): FaultRule {
  if (text.startsWith('{')) return parseJson(text);
  const [, name = '', parameters] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  const fault = oneOf('fault', name, NAMES);
  if (parameters === undefined) return fault;
  const entries = parameters.split(',').map((pair) => entryOf(pair, text));
  return { fault, ...Object.fromEntries(entries) };
}

function parseJson(text: string): FaultRule {
  try {
    return JSON.parse(text) as FaultRule;
  } catch {
    throw new UsageError(`--fault ${JSON.stringify(text)} is not JSON`);
  }
}

function entryOf(pair: string, text: string): readonly [string, unknown] {
  const at = pair.indexOf('=');
  if (at < 1)
    throw new UsageError(`--fault ${JSON.stringify(text)} must be NAME or NAME:parameter=value,...`);
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (name === 'processed' && (value === 'true' || value === 'false')) return [name, value === 'true'];
  const number = NUMBERS.has(name) && value.trim() !== '' ? Number(value) : Number.NaN;
  return [name, Number.isNaN(number) ? value : number];
}
