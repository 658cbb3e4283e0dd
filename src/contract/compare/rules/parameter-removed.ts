import { child } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const parameterRemoved: Rule<'operation'> = {
  id: 'parameter-removed',
  *compare({ ours, upstream }) {
    for (const parameter of ours.parameters) {
      if (upstream.parameters.some(({ key }) => key === parameter.key)) continue;
      yield {
        // A path without one of its parameters is told as a change of the path.
        impact: 'warning',
        subject: parameter.name,
        message: `the ${parameter.in} parameter ${parameter.name} is not published`,
        ours: parameter.node,
        upstream: child(upstream.node, 'parameters') ?? upstream.node,
        oursValue: parameter.name,
      };
    }
  },
};
