import type { Check } from '../check.ts';

/** The response's status is documented for the operation: itself, by its range, or by `default`. */
export const statusCodeConformance: Check = {
  id: 'status-code-conformance',
  *run({ exchange, match, documented }) {
    if (documented !== undefined) return;
    const statuses = Object.keys(match.operation.responses);
    yield {
      message: `Status ${exchange.response.status} is not documented for ${match.operation.operationId}.`,
      target: 'response',
      spec: match.operation.spec,
      received: String(exchange.response.status),
      documented: statuses.join(', '),
    };
  },
};
