import type { Answer, ErrorAnswer } from '../answers.ts';
import { type RefusalName, refusalNames } from './refusals.ts';

const breakageNames = [
  'delay',
  'drip',
  'silence',
  'stall',
  'reset',
  'cut',
  'truncation',
  'empty-body',
  'not-json',
  'wrong-content-type',
  'html-page',
  'missing-header',
  'bad-header',
  'redirect',
  'undocumented-status',
  'gzip-bomb',
  'undocumented-field',
  'bad-enum',
  'missing-field',
  'null-field',
  'bad-date',
] as const;
/** What breaks an answer, or the connection; and what refuses a request with an error of the API. */
export type FaultName = (typeof breakageNames)[number] | RefusalName;

export const faultNames: readonly FaultName[] = [...breakageNames, ...refusalNames];

export function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name);
}

/** What a fault can be told; each fault says which of these it listens to, and what it takes where they are left out. */
export interface FaultParameters {
  /** Milliseconds of simulated time. */
  readonly ms?: number;
  readonly status?: number;
  /** Name of a response header. */
  readonly header?: string;
  /** A URL, absolute or relative to the request. */
  readonly location?: string;
  /** How many bytes the body has once it is decompressed. */
  readonly bytes?: number;
  /** Name of a top-level field of the body. */
  readonly field?: string;
  /** What a field, or the body, is replaced with. */
  readonly value?: string;
  /** What a header is replaced with. */
  readonly headerValue?: string;
}

/** How an answer travels. */
export type Wire =
  | { readonly kind: 'whole' }
  /** All of it, but only after `ms`. */
  | { readonly kind: 'delayed'; readonly ms: number }
  /** One byte of the body every `ms`. */
  | { readonly kind: 'dripping'; readonly ms: number }
  /** Nothing, not even headers, with the connection left open. */
  | { readonly kind: 'silent' }
  /** The connection is lost before the headers. */
  | { readonly kind: 'reset' }
  /** Headers and half of the body, and then nothing, with the connection left open. */
  | { readonly kind: 'stalled' }
  /** Headers and half of the body, and then the connection is lost. */
  | { readonly kind: 'cut' }
  /** Compressed by gzip to next to nothing, with `bytes` of blanks in front of the body. */
  | { readonly kind: 'inflating'; readonly bytes: number };

/** An answer under way. */
export interface Delivery {
  readonly answer: Answer;
  readonly wire: Wire;
}

/** One thing that can go wrong with a request. */
export interface Fault {
  readonly name: FaultName;
  /** What happens, in one line for people. */
  readonly does: string;
  /** What is meant to notice: a check of the contract run by its id, or the client, where nothing breaks the contract. */
  readonly foundBy: string;
  /** The parameters that it listens to. */
  readonly parameters: readonly (keyof FaultParameters)[];
  /** The statuses that `status` may be, where it may not be any. */
  readonly statuses?: readonly number[];
  /** Whether the request still takes effect, where the caller does not say. */
  readonly processed: boolean;
  /**
   * Breaks an answer; `undefined` where there is nothing to break, and the answer goes out as it is. `refuse` puts an
   * error into the shape in which it answers this request.
   */
  apply(
    answer: Answer,
    parameters: FaultParameters,
    refuse: (error: ErrorAnswer) => Answer,
  ): Delivery | undefined;
}
