import { type Check, NOTHING } from '../check.ts';

/** The response's status is documented for the operation: itself, by its range, or by `default`. */
export const statusCodeConformance: Check = {
  id: 'status-code-conformance',
  run({ exchange, match, response, itself, unread }) {
    if (response !== undefined) return NOTHING;
    const { operationId, responses, spec } = match.operation;
    const documented = Object.keys(responses).join(', ');
    const where = { target: 'response' as const, spec };
    if (itself !== undefined) {
      if (itself.told === undefined) return NOTHING;
      return [{ ...where, ...itself.told, documented: documented || 'a response' }];
    }
    if (unread !== undefined) return NOTHING;
    // Where nothing is said of responses, nothing can differ: it is among the contract's limitations.
    if (documented === '') return NOTHING;
    const { status } = exchange.response;
    const message = `Status ${status} is not documented for ${operationId}.`;
    return [{ ...where, message, received: String(status), documented }];
  },
};
