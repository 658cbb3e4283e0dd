import { type Check, NOTHING } from '../check.ts';

/** The response's status is documented for the operation: itself, by its range, or by `default`. */
export const statusCodeConformance: Check = {
  id: 'status-code-conformance',
  run({ exchange, match, response }) {
    if (response !== undefined) return NOTHING;
    const { operationId, responses, spec } = match.operation;
    const { status } = exchange.response;
    return [
      {
        message: `Status ${status} is not documented for ${operationId}.`,
        target: 'response',
        spec,
        received: String(status),
        documented: Object.keys(responses).join(', '),
      },
    ];
  },
};
