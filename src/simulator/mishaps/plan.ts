import { isFaultName } from '../faults/fault.ts';
import type { Random } from '../random/random.ts';
import type { FaultRule, Mishap, RuleConditions, Step } from './mishap.ts';

/** Decides which request meets which mishap. */
export interface MishapPlan {
  /** What the next request meets; `operationId` is what it is for, if anything. */
  next(operationId: string | undefined): Mishap | undefined;
  /** Adds to the end of the script. */
  enqueue(steps: readonly Step[]): void;
}

/** The script comes first, a step for each request; once it is through, the rules hold. */
export function createPlan(rules: readonly FaultRule[], script: readonly Step[], random: Random): MishapPlan {
  const steps = [...script];
  const dice = rules.map((rule) => createRule(rule, random));
  return {
    next(operationId) {
      const step = steps.shift();
      if (step !== undefined) return step === 'ok' ? undefined : mishapOf(step);
      for (const strike of dice) {
        const mishap = strike(operationId);
        if (mishap !== undefined) return mishap;
      }
      return undefined;
    },
    enqueue(more) {
      steps.push(...more);
    },
  };
}

function createRule(rule: FaultRule, random: Random): MishapPlan['next'] {
  const mishap = mishapOf(rule);
  const { probability = 1, on, times = Infinity }: RuleConditions = typeof rule === 'string' ? {} : rule;
  let left = times;
  return (operationId) => {
    if (left <= 0 || (on !== undefined && on !== operationId)) return undefined;
    if (probability < 1 && random() >= probability) return undefined;
    left -= 1;
    return mishap;
  };
}

function mishapOf(step: Exclude<Step, 'ok'> | FaultRule): Mishap {
  if (typeof step !== 'string') return step;
  return isFaultName(step) ? { fault: step } : { refusal: step };
}
