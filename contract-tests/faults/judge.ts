import { isDeepStrictEqual } from 'node:util';
import { type ExaError, isExaError } from 'exa-enrichments';
import type { Want } from './fault.ts';

/** What a call came to. */
export type Settled = { readonly value: unknown } | { readonly error: unknown };

/** What can be seen of a call from outside. */
export interface Evidence {
  readonly settled: Settled;
  readonly requests: number;
  readonly ms: number;
  /** All that the client said: errors as printed and as JSON, and log lines. */
  readonly said: string;
  readonly key: string;
  /** Answers still under way, and listeners on the signal, some time after it was over. */
  readonly busy: number;
  readonly listeners: number;
  /** Connections to the server that is none of the client's business. */
  readonly elsewhere: number;
  /** What `want.also` says. */
  readonly also: string | undefined;
}

/** In what ways is this not what was wanted? */
export function judge(want: Want, evidence: Evidence): string[] {
  const { settled, requests, ms, said, key, busy, listeners, elsewhere, also } = evidence;
  const complaints: string[] = [];
  const expect = (what: string, received: unknown, wanted: unknown): void => {
    if (!isDeepStrictEqual(received, wanted)) {
      complaints.push(`${what}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(received)}`);
    }
  };
  expect('outcome', outcomeOf(settled), want.outcome);
  if (complaints.length > 0 && 'error' in settled) complaints.push(String(settled.error));
  const thing = Object('error' in settled ? settled.error : settled.value);
  if (isExaError(thing)) {
    if (want.attempts !== 'any') expect('attempts', thing.attempts, want.attempts);
    expect('mayHaveSucceeded', thing.mayHaveSucceeded, want.may);
  }
  const { message } = thing;
  if (want.says && !want.says.test(message)) complaints.push(`says nothing of ${want.says}: ${message}`);
  for (const [name, wanted] of Object.entries(want.fields ?? {})) expect(name, thing[name], wanted);
  const wantedRequests = want.requests ?? want.attempts ?? 1;
  if (wantedRequests !== 'any') expect('requests', requests, wantedRequests);
  const [least, most] = want.ms ?? [0, 20_000];
  if (ms < least || ms > most) complaints.push(`took ${Math.round(ms)} ms, wanted ${least} to ${most}`);
  // Its start alone is too much already.
  if (said.includes(key.slice(0, 8))) complaints.push('the key was told');
  expect('answers still read', busy, 0);
  expect('listeners left on the signal', listeners, 0);
  expect('connections to another server', elsewhere, 0);
  if (also !== undefined) complaints.push(also);
  return complaints;
}

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
