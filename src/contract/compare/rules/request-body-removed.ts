import { child, isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const requestBodyRemoved: Rule<'operation'> = {
  id: 'request-body-removed',
  *compare({ ours, upstream }) {
    const body = child(ours.node, 'requestBody');
    if (body === undefined || child(upstream.node, 'requestBody') !== undefined) return;
    const required = isTrue(ours.description.deref(body), 'required');
    yield {
      impact: required ? 'breaking' : 'warning',
      subject: 'requestBody',
      message: `no request body is published${required ? '' : '; ours may be sent and is not needed'}`,
      ours: body,
      upstream: upstream.node,
      oursValue: required ? 'required' : 'optional',
    };
  },
};
