import { child, isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const requestBodyAdded: Rule<'operation'> = {
  id: 'request-body-added',
  *compare({ ours, upstream }) {
    const body = child(upstream.node, 'requestBody');
    if (body === undefined || child(ours.node, 'requestBody') !== undefined) return;
    const required = isTrue(upstream.description.deref(body), 'required');
    yield {
      impact: required ? 'breaking' : 'info',
      subject: 'requestBody',
      message: `${required ? 'a required' : 'an optional'} request body is published`,
      ours: ours.node,
      upstream: body,
      upstreamValue: required ? 'required' : 'optional',
    };
  },
};
