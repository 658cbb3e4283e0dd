import { urlsOf } from '../match-operations.ts';
import { namelessPath } from '../operation-view.ts';
import type { Rule } from '../rule.ts';

export const pathChanged: Rule<'operation'> = {
  id: 'path-changed',
  *compare({ ours, upstream }) {
    const moved =
      namelessPath(ours.path) !== namelessPath(upstream.path) &&
      !urlsOf(ours).some((url) => urlsOf(upstream).includes(url));
    if (ours.method === upstream.method && !moved) return;
    const [here, there] = [ours, upstream].map(({ method, path }) => `${method} ${path}`);
    yield {
      impact: 'breaking',
      subject: 'path',
      message: `the operation is published as ${there}`,
      ours: ours.node,
      upstream: upstream.node,
      oursValue: here,
      upstreamValue: there,
    };
  },
};
