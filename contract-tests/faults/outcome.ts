import { type ExaError, isExaError } from 'exa-enrichments';

/** What a call came to. */
export type Settled = { readonly value: unknown } | { readonly error: unknown };

/** In a few words: `ok pending`, `timeout body`, `server 503`. */
export function outcomeOf(settled: Settled): string {
  if (!('error' in settled)) return `ok ${valueInWords(settled.value)}`;
  const { error } = settled;
  if (!isExaError(error)) return `not an error of ours: ${String(error)}`;
  const { phase, reason, status } = error as ExaError & Readonly<Record<string, unknown>>;
  return [error.code, phase ?? reason ?? status].filter((part) => part !== undefined).join(' ');
}

function valueInWords(value: unknown): string {
  if (typeof value === 'string') return value;
  const { outcome, status } = Object(value);
  return String(outcome ?? status);
}
