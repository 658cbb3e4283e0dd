import { type Check, type CheckContext, NOTHING } from '../check.ts';
import { credentialProblems } from './request-conformance/credentials.ts';
import { requestBodyProblems } from './request-conformance/request-body.ts';
import { parameterProblems } from './request-conformance/request-parameters.ts';

/**
 * The request is one that the description allows. Not judged where the server answered 4xx: there the rejection is
 * the contract at work.
 */
export const requestConformance: Check = {
  id: 'request-conformance',
  run(context: CheckContext) {
    const { status } = context.exchange.response;
    if (status >= 400 && status < 500) return NOTHING;
    const parameters = parameterProblems(context);
    const credentials = credentialProblems(context);
    const body = requestBodyProblems(context);
    const isFine = parameters.length + credentials.length + body.length === 0;
    return isFine ? NOTHING : [...parameters, ...credentials, ...body];
  },
};
