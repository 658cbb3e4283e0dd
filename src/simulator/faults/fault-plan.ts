import type { Random } from '../random.ts';
import type { FaultName, FaultParameters } from './fault.ts';

/** A fault with its parameters. */
export interface FaultOptions extends FaultParameters {
  readonly fault: FaultName;
  /** Whether the request takes effect although its answer is broken. Default: as the fault says. */
  readonly processed?: boolean;
}

/** One step of a script: what the next request meets. `'ok'`: nothing. */
export type Step = 'ok' | FaultName | FaultOptions;

/** A fault that any request may meet. The first rule that strikes wins. */
export type FaultRule = FaultName | (FaultOptions & RuleConditions);

export interface RuleConditions {
  /** From 0 to 1. Default 1: always. */
  readonly probability?: number;
  /** Only requests for this operation, by its operationId. Default: all requests. */
  readonly on?: string;
  /** At most so many times. Default: no end. */
  readonly times?: number;
}

/** Decides which request meets which fault. */
export interface FaultPlan {
  /**
   * What becomes of the next request by the fault that it meets, and `undefined` where it meets none; `operationId` is
   * what it is for, if anything. A rule whose fault `strike` can make nothing of has not struck, and the next one is
   * asked; a step of the script is over all the same.
   */
  next<Result>(
    operationId: string | undefined,
    strike: (fault: FaultOptions) => Result | undefined,
  ): Result | undefined;
  /** Adds to the end of the script. */
  enqueue(steps: readonly Step[]): void;
}

/** The script comes first, a step for each request; once it is through, the rules hold. */
export function createPlan(rules: readonly FaultRule[], script: readonly Step[], random: Random): FaultPlan {
  const steps = script.map(ownStep);
  const dice = rules.map((rule) => createRule(rule, random));
  return {
    next(operationId, strike) {
      const step = steps.shift();
      if (step !== undefined) return step === 'ok' ? undefined : strike(step);
      for (const rule of dice) {
        const result = rule.next(operationId, strike);
        if (result !== undefined) return result;
      }
      return undefined;
    },
    enqueue(more) {
      steps.push(...more.map(ownStep));
    },
  };
}

function createRule(rule: FaultRule, random: Random): Pick<FaultPlan, 'next'> {
  const fault = optionsOf(rule);
  const { probability = 1, on, times = Infinity }: RuleConditions = typeof rule === 'string' ? {} : rule;
  let left = times;
  return {
    next(operationId, strike) {
      if (left <= 0 || (on !== undefined && on !== operationId)) return undefined;
      if (probability < 1 && random() >= probability) return undefined;
      const result = strike(fault);
      if (result !== undefined) left -= 1;
      return result;
    },
  };
}

function ownStep(step: Step): 'ok' | FaultOptions {
  return step === 'ok' ? step : optionsOf(step);
}

/** A copy, for the caller may change what it gave. */
function optionsOf(step: Exclude<Step, 'ok'> | FaultRule): FaultOptions {
  return typeof step === 'string' ? { fault: step } : { ...step };
}
