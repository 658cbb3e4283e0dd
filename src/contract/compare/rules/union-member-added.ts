import { impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { matchMembers } from '../schema/match-members.ts';
import { nameOf } from '../schema/name-of.ts';
import { membersOf } from '../schema/schema.ts';

export const unionMemberAdded: Rule<'schema'> = {
  id: 'union-member-added',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [membersOf(ours), membersOf(upstream)];
    if (here === undefined && there === undefined) return;
    for (const member of matchMembers(here ?? [ours], there ?? [upstream]).upstreamOnly) {
      const [place] = member.layers;
      const name = nameOf(member);
      yield {
        impact: impactOf('wider', direction),
        subject: name,
        message: `the form ${name} is published as well`,
        ours: ours.layers[0],
        upstream: place,
        upstreamValue: name,
      };
    }
  },
};
