import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { gatewayError, serviceError } from './error-bodies.ts';

const AT = Date.UTC(2026, 0, 15, 9, 30);

describe('an error of the service', () => {
  it.each([400, 404, 409, 422, 500])('names the status %i as HTTP does', (status) => {
    expect(serviceError(status, 'It was so', '/v0/websets/w', AT)).toEqual({
      statusCode: status,
      timestamp: '2026-01-15T09:30:00.000Z',
      message: 'It was so',
      error: STATUS_CODES[status],
      path: '/v0/websets/w',
    });
  });

  it('calls a status that it was never seen with an error', () => {
    expect(serviceError(418, 'Tea', '/', AT)).toMatchObject({ statusCode: 418, error: 'Error' });
  });
});

describe('an error of the gateway', () => {
  it('has a tag only where there is one', () => {
    expect(gatewayError('r', 'No')).toEqual({ requestId: 'r', error: 'No' });
    expect(gatewayError('r', 'No', 'TAG')).toEqual({ requestId: 'r', error: 'No', tag: 'TAG' });
  });
});
