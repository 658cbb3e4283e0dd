import { requiredChange } from '../required-change.ts';
import type { Rule } from '../rule.ts';

export const parameterRequiredChanged: Rule<'parameter'> = {
  id: 'parameter-required-changed',
  *compare(pair) {
    // A parameter of the path is there whatever is said.
    const inPath = [pair.ours, pair.upstream].every((node) => (node.value as { in?: unknown }).in === 'path');
    if (inPath) return;
    yield* requiredChange(pair, 'request', 'the parameter');
  },
};
