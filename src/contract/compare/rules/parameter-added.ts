import { child } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';
import { credentialHeadersOf } from '../security-of.ts';

export const parameterAdded: Rule<'operation'> = {
  id: 'parameter-added',
  *compare({ ours, upstream }) {
    for (const parameter of upstream.parameters) {
      if (ours.parameters.some(({ key }) => key === parameter.key)) continue;
      const sent = parameter.in === 'header' && credentialHeadersOf(ours).has(parameter.name.toLowerCase());
      const needed = parameter.required && !sent;
      yield {
        impact: needed ? 'breaking' : 'info',
        subject: parameter.name,
        message: `a ${needed ? 'required ' : ''}${parameter.in} parameter ${parameter.name} is published${sent ? ', which is our credential' : ''}`,
        ours: child(ours.node, 'parameters') ?? ours.node,
        upstream: parameter.node,
        upstreamValue: parameter.name,
      };
    }
  },
};
