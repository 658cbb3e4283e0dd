import type { Description } from '../description/load/description.ts';
import { applyRules } from './apply-rules.ts';
import { dialectOf } from './dialect-of.ts';
import type { Found } from './found.ts';
import { operationFinder } from './match-operations.ts';
import { operationsOf } from './operation-view.ts';
import { walkOperation } from './walk-operation.ts';

export interface ComparedDescriptions {
  readonly found: readonly Found[];
  /** operationIds of ours that are published, and that are not. */
  readonly matched: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Holds our description against a published one: only our operations, for ours is a fragment. Throws DescriptionError.
 */
export function compareDescriptions(ours: Description, upstream: Description): ComparedDescriptions {
  const walk = {
    ours: dialectOf(ours),
    upstream: dialectOf(upstream),
    walked: new Map<string, readonly Found[]>(),
  };
  const find = operationFinder(operationsOf(upstream));
  const found: Found[] = [];
  const matched: string[] = [];
  const missing: string[] = [];
  for (const operation of operationsOf(ours)) {
    const other = find(operation);
    const spot = { operationId: operation.operationId, direction: 'request', at: '' } as const;
    found.push(...applyRules('match', { ours: operation, upstream: other, root: upstream.root }, spot));
    (other === undefined ? missing : matched).push(operation.operationId);
    if (other !== undefined) found.push(...walkOperation({ ours: operation, upstream: other }, walk));
  }
  return { found, matched, missing };
}
