import { isFaultName } from '../faults/fault.ts';
import type { Random } from '../random/random.ts';
import type { FaultRule, Mishap, RuleConditions, Step } from './mishap.ts';

/** Decides which request meets which mishap. */
export interface MishapPlan {
  /**
   * What becomes of the next request by the mishap that it meets, and `undefined` where it meets none; `operationId` is
   * what it is for, if anything. A rule whose mishap `strike` can make nothing of has not struck, and the next one is
   * asked; a step of the script is over all the same.
   */
  next<Result>(
    operationId: string | undefined,
    strike: (mishap: Mishap) => Result | undefined,
  ): Result | undefined;
  /** Adds to the end of the script. */
  enqueue(steps: readonly Step[]): void;
}

/** The script comes first, a step for each request; once it is through, the rules hold. */
export function createPlan(rules: readonly FaultRule[], script: readonly Step[], random: Random): MishapPlan {
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

function createRule(rule: FaultRule, random: Random): Pick<MishapPlan, 'next'> {
  const mishap = mishapOf(rule);
  const { probability = 1, on, times = Infinity }: RuleConditions = typeof rule === 'string' ? {} : rule;
  let left = times;
  return {
    next(operationId, strike) {
      if (left <= 0 || (on !== undefined && on !== operationId)) return undefined;
      if (probability < 1 && random() >= probability) return undefined;
      const result = strike(mishap);
      if (result !== undefined) left -= 1;
      return result;
    },
  };
}

function ownStep(step: Step): 'ok' | Mishap {
  return step === 'ok' ? step : mishapOf(step);
}

/** A copy, for the caller may change what it gave. */
function mishapOf(step: Exclude<Step, 'ok'> | FaultRule): Mishap {
  if (typeof step !== 'string') return { ...step };
  return isFaultName(step) ? { fault: step } : { refusal: step };
}
