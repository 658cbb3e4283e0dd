import { child } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';
import { alternativesOf } from '../security-of.ts';

/** An alternative is good where one is published that asks for no more than it gives. */
export const securityChanged: Rule<'operation'> = {
  id: 'security-changed',
  *compare({ ours, upstream }) {
    const [here, there] = [alternativesOf(ours), alternativesOf(upstream)];
    const places = {
      ours: child(ours.node, 'security') ?? child(ours.description.root, 'security') ?? ours.node,
      upstream:
        child(upstream.node, 'security') ?? child(upstream.description.root, 'security') ?? upstream.node,
      oursValue: here.map(nameOf),
      upstreamValue: there.map(nameOf),
    };
    for (const one of here) {
      if (there.some((other) => other.every((scheme) => one.includes(scheme)))) continue;
      const message = `${nameOf(one)} is not published as a way to identify oneself`;
      yield { ...places, impact: 'breaking', subject: nameOf(one), message };
    }
    for (const other of there) {
      if (here.some((one) => nameOf(one) === nameOf(other))) continue;
      const message = `${nameOf(other)} is published as a way to identify oneself`;
      yield { ...places, impact: 'info', subject: nameOf(other), message };
    }
  },
};

function nameOf(alternative: readonly string[]): string {
  return alternative.length === 0 ? 'no credential' : alternative.join(' with ');
}
