import { bundledContract } from './bundled-contract.ts';
import { type VerifyExchangeOptions, verifyExchange } from './contract-run.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { Contracts } from './run/contracts.ts';

/** `undocumented` is `error` by default: who asserts that an exchange matches means an operation that is described. */
export interface MatchContractOptions extends VerifyExchangeOptions {
  /** One contract, or several, of which the exchange belongs to one. Default: the fragment of this package. */
  readonly contract?: Contracts;
  /** From which severity a finding fails the match. Default `error`. */
  readonly failOn?: 'error' | 'warning';
}

export interface MatchResult {
  readonly pass: boolean;
  message(): string;
}

/**
 * A matcher for jest and vitest: `expect.extend({ toMatchContract })`, then `expect(exchange).toMatchContract()`.
 * Fails with every finding that counts: what was received, what is documented, and where.
 *
 * @example
 * expect.extend({ toMatchContract });
 * expect(exchange).toMatchContract({ contract: [users, orders] });
 */
export function toMatchContract(received: unknown, options: MatchContractOptions = {}): MatchResult {
  if (!isExchange(received)) {
    throw new TypeError('toMatchContract needs an exchange: { request, response, recording }');
  }
  const { contract = bundledContract, failOn, ...others } = options;
  const findings = verifyExchange(contract, received, { undocumented: 'error', ...others }).filter(
    ({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'),
  );
  const what = `${received.request.method} answered with ${received.response.status}`;
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? `Expected ${what} not to match the contract, but it does.`
        : `Expected ${what} to match the contract:\n${findings.map(say).join('\n')}`,
  };
}

function isExchange(value: unknown): value is Exchange {
  if (typeof value !== 'object' || value === null) return false;
  const { request, response, recording } = value as Partial<Exchange>;
  return typeof request?.url === 'string' && typeof response?.status === 'number' && recording !== undefined;
}

function say({ check, message, received, documented, dataPath, spec }: Finding): string {
  const lines = [
    `- ${check}${dataPath === undefined ? '' : ` ${dataPath}`}: ${message}`,
    ...(received === undefined ? [] : [`    received    ${received}`]),
    ...(documented === undefined ? [] : [`    documented  ${documented}`]),
    ...(spec === undefined ? [] : [`    description ${spec.file}:${spec.line}:${spec.column}`]),
  ];
  return lines.join('\n');
}
