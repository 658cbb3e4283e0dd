import { type Check, NOTHING } from '../check.ts';

/** What a HAR says where no response came. Source: HAR 1.2 as browsers write it. */
const NO_RESPONSE = 0;

/** The response's status is documented for the operation: itself, by its range, or by `default`. */
export const statusCodeConformance: Check = {
  id: 'status-code-conformance',
  run({ exchange, match, response, unread }) {
    if (response !== undefined || unread !== undefined) return NOTHING;
    const { operationId, responses, spec } = match.operation;
    const { status } = exchange.response;
    if (status === NO_RESPONSE) {
      const message = 'The recording holds no response: the request was aborted, blocked or never answered.';
      return [
        {
          severity: 'info',
          message,
          target: 'response',
          spec,
          received: 'no response',
          documented: 'a response',
        },
      ];
    }
    const documented = Object.keys(responses);
    // Where nothing is said of responses, nothing can differ: it is among the contract's limitations.
    if (documented.length === 0) return NOTHING;
    return [
      {
        message: `Status ${status} is not documented for ${operationId}.`,
        target: 'response',
        spec,
        received: String(status),
        documented: documented.join(', '),
      },
    ];
  },
};
