import { child } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const operationRemoved: Rule<'match'> = {
  id: 'operation-removed',
  *compare({ ours, upstream, root }) {
    if (upstream !== undefined) return;
    yield {
      impact: 'breaking',
      subject: ours.operationId,
      message: `${ours.method} ${ours.path} is not published`,
      ours: ours.node,
      upstream: child(root, 'paths') ?? root,
      oursValue: ours.operationId,
    };
  },
};
