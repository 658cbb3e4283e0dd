import type { FaultName, FaultParameters } from '../faults/fault.ts';
import type { RefusalName } from '../scenarios/refusal-scenarios.ts';

/** A fault with its parameters, or an error scenario that one request meets. */
export type Mishap = FaultMishap | RefusalMishap;

export interface FaultMishap extends FaultParameters {
  readonly fault: FaultName;
  /** Whether the request takes effect although its answer is broken. Default: as the fault says. */
  readonly processed?: boolean;
}

export interface RefusalMishap {
  readonly refusal: RefusalName;
  /** Whether the request takes effect although it is answered with an error. Default false. */
  readonly processed?: boolean;
}

/** One step of a script: what the next request meets. `'ok'`: nothing. */
export type Step = 'ok' | FaultName | RefusalName | Mishap;

/** A mishap that any request may meet. The first rule that strikes wins. */
export type FaultRule = FaultName | RefusalName | (Mishap & RuleConditions);

export interface RuleConditions {
  /** From 0 to 1. Default 1: always. */
  readonly probability?: number;
  /** Only requests for this operation, by its operationId. Default: all requests. */
  readonly on?: string;
  /** At most so many times. Default: no end. */
  readonly times?: number;
}
