import { describe, expect, it } from '@jest/globals';
import './support/extend-expect.ts';
import { bodyOf, recordedAt, withBody } from './support/recordings.ts';
import type { JsonObject } from './support/schema.ts';

const exchange = recordedAt('cancel.json', 0);
const body = bodyOf(exchange) as JsonObject;

describe('expect(exchange).toMatchContract()', () => {
  it('passes what matches, and `.not` fails it', () => {
    expect(exchange).toMatchContract();
    expect(messageOf(() => expect(exchange).not.toMatchContract())).toBe(
      'Expected POST answered with 200 not to match the contract, but it does.',
    );
  });

  it('fails what does not match, with every difference and its place in the description', () => {
    const wrong = withBody(exchange, { ...body, status: 'cancelled', title: 5 });
    expect(wrong).not.toMatchContract();
    const message = messageOf(() => expect(wrong).toMatchContract());
    expect(message).toMatch(/^- response-schema-conformance \/status: .*\n +received +"cancelled"$/m);
    expect(message).toMatch(
      /^- response-schema-conformance \/title: .*\n +received +5\n +documented +string or null$/m,
    );
    expect(message).toMatch(/WebsetEnrichmentStatus\.yaml:\d+:\d+/);
    expect(message).toMatch(/WebsetEnrichment\.yaml:\d+:\d+/);
  });

  it('lets an undocumented property pass, unless warnings fail', () => {
    const richer = withBody(exchange, { ...body, somethingNew: true });
    expect(richer).toMatchContract();
    expect(richer).not.toMatchContract({ failOn: 'warning' });
  });

  it('fails a call that is not described, unless told otherwise', () => {
    const url = 'https://api.exa.ai/websets/v0/websets/webset_1/cancel';
    const neighbour = { ...exchange, request: { ...exchange.request, url } };
    expect(neighbour).not.toMatchContract();
    expect(neighbour).toMatchContract({ undocumented: 'warn' });
    expect(neighbour).not.toMatchContract({ undocumented: 'warn', failOn: 'warning' });
  });

  it('works on what a promise gives', async () => {
    await expect(Promise.resolve(exchange)).resolves.toMatchContract();
  });

  it('says of anything but an exchange that it is none', () => {
    expect(() => expect(body).toMatchContract()).toThrow('toMatchContract needs an exchange');
  });
});

function messageOf(failing: () => void): string {
  try {
    failing();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it did not fail');
}
