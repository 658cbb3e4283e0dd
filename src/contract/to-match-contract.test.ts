import { describe, expect, it } from '@jest/globals';
import { anExchange, ENRICHMENT } from './exchange.test-support.ts';
import { toMatchContract } from './to-match-contract.ts';

describe('toMatchContract', () => {
  it('passes an exchange that matches, and can say so for `.not`', () => {
    const { pass, message } = toMatchContract(anExchange());
    expect(pass).toBe(true);
    expect(message()).toBe('Expected POST answered with 200 not to match the contract, but it does.');
  });

  it('fails with what was received, what is documented, and where', () => {
    const { pass, message } = toMatchContract(anExchange({ body: { ...ENRICHMENT, status: 'cancelled' } }));
    expect(pass).toBe(false);
    expect(message()).toMatch(
      /^Expected POST answered with 200 to match the contract:\n- response-schema-conformance \/status: .*\n {4}received {4}"cancelled"\n {4}documented {2}"pending", .*\n {4}description openapi\/.*:\d+:\d+$/,
    );
  });

  it('fails an operation that is not described, unless told otherwise', () => {
    const exchange = anExchange({ url: 'https://x.test/' });
    expect(toMatchContract(exchange).pass).toBe(false);
    expect(toMatchContract(exchange, { undocumented: 'warn' }).pass).toBe(true);
  });

  it('knows the servers that it is told of', () => {
    const exchange = anExchange({ url: 'https://x.test/v0/websets/a/enrichments/b/cancel' });
    expect(toMatchContract(exchange).pass).toBe(false);
    expect(toMatchContract(exchange, { servers: ['https://x.test'] }).pass).toBe(true);
    expect(toMatchContract(exchange, { ignoreHosts: ['*.test'] }).pass).toBe(true);
  });

  it('lets a warning pass, unless told otherwise', () => {
    const exchange = anExchange({ body: { ...ENRICHMENT, extra: 1 } });
    expect(toMatchContract(exchange).pass).toBe(true);
    expect(toMatchContract(exchange, { failOn: 'warning' }).pass).toBe(false);
  });

  it.each([[null], [{}], [new Response('')]])('refuses what is no exchange: %s', (value) => {
    expect(() => toMatchContract(value)).toThrow('toMatchContract needs an exchange');
  });
});
