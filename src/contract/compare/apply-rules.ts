import type { Found, Spot } from './found.ts';
import type { Subjects } from './rule.ts';
import { RULES } from './rules.ts';

/** What the rules for a kind of subject say of one. */
export function* applyRules<K extends keyof Subjects>(
  kind: K,
  subject: Subjects[K],
  spot: Spot,
): Generator<Found> {
  for (const rule of RULES[kind]) {
    for (const draft of rule.compare(subject, spot.direction)) yield { ...draft, ...spot, rule: rule.id };
  }
}
