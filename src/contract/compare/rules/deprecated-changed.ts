import { child, isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const deprecatedChanged: Rule<'operation'> = {
  id: 'deprecated-changed',
  *compare({ ours, upstream }) {
    const [here, there] = [isTrue(ours.node, 'deprecated'), isTrue(upstream.node, 'deprecated')];
    if (here === there) return;
    yield {
      impact: there ? 'warning' : 'info',
      subject: 'deprecated',
      message: there
        ? 'the operation is published as deprecated'
        : 'the operation is not deprecated any more',
      ours: child(ours.node, 'deprecated') ?? ours.node,
      upstream: child(upstream.node, 'deprecated') ?? upstream.node,
      oursValue: here,
      upstreamValue: there,
    };
  },
};
