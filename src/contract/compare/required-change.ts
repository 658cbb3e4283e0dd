import { child, isTrue, type Node } from '../description/load/description.ts';
import type { Direction, Draft } from './difference.ts';
import { impactOf } from './impact-of.ts';
import type { Pair } from './rule.ts';

/** `required` of something that stands alone: what has to be there lets fewer messages in. */
export function* requiredChange(
  { ours, upstream }: Pair<Node>,
  direction: Direction,
  what: string,
): Generator<Draft> {
  const [here, there] = [isTrue(ours, 'required'), isTrue(upstream, 'required')];
  if (here === there) return;
  yield {
    impact: impactOf(there ? 'narrower' : 'wider', direction),
    subject: 'required',
    message: `${what} is published as ${there ? 'required' : 'optional'}`,
    ours: child(ours, 'required') ?? ours,
    upstream: child(upstream, 'required') ?? upstream,
    oursValue: here,
    upstreamValue: there,
  };
}
