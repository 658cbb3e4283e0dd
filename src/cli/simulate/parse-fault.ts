import type { FaultName, FaultRule } from '../../simulator/index.ts';
import { UsageError } from '../cli-errors.ts';

const NUMBERS: ReadonlySet<string> = new Set(['ms', 'status', 'bytes', 'probability', 'times']);

/**
 * A fault as it is typed: `reset`, `delay:ms=500,probability=0.2`, or JSON where a value holds a comma. The simulator judges
 * names and values; here they only become what they look like.
 */
export function parseFault(text: string): FaultRule {
  if (text.startsWith('{')) return parseJson(text);
  const [, fault = '', parameters] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (parameters === undefined) return fault as FaultRule;
  const entries = parameters.split(',').map((pair) => entryOf(pair, text));
  return { fault: fault as FaultName, ...Object.fromEntries(entries) };
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
