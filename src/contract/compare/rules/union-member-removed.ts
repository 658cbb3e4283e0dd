import { impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { matchMembers } from '../schema/match-members.ts';
import { nameOf } from '../schema/name-of.ts';
import { membersOf } from '../schema/schema.ts';

/** A schema with no `anyOf` and no `oneOf` is a union of one. */
export const unionMemberRemoved: Rule<'schema'> = {
  id: 'union-member-removed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [membersOf(ours), membersOf(upstream)];
    if (here === undefined) return;
    for (const member of matchMembers(here, there ?? [upstream]).oursOnly) {
      const [place] = member.layers;
      const name = nameOf(member);
      yield {
        impact: impactOf('narrower', direction),
        subject: name,
        message: `the form ${name} is not published`,
        ours: place,
        upstream: upstream.layers[0],
        oursValue: name,
      };
    }
  },
};
