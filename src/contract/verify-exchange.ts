import type { Check, CheckContext, FindingDraft } from './check.ts';
import { checkContext } from './check-context.ts';
import { contentTypeConformance } from './checks/content-type-conformance.ts';
import { malformedBody } from './checks/malformed-body.ts';
import { requestConformance } from './checks/request-conformance.ts';
import { responseHeadersConformance } from './checks/response-headers-conformance.ts';
import { responseSchemaConformance } from './checks/response-schema-conformance.ts';
import { statusCodeConformance } from './checks/status-code-conformance.ts';
import { undocumentedOperation } from './checks/undocumented-operation.ts';
import { undocumentedProperty } from './checks/undocumented-property.ts';
import type { Contract } from './contract.ts';
import type { Exchange } from './exchange.ts';
import type { CheckId, Finding, Severity } from './finding.ts';
import { toFinding } from './finding-from-draft.ts';
import { matchOperation } from './match-operation.ts';

export type UndocumentedStrategy = 'error' | 'warn' | 'ignore';

export interface VerifyExchangeOptions {
  /** What to make of an exchange whose operation is not described. Default `warn`: a fragment is partial by nature. */
  readonly undocumented?: UndocumentedStrategy;
}

const CHECKS: readonly Check[] = [
  statusCodeConformance,
  contentTypeConformance,
  responseHeadersConformance,
  malformedBody,
  responseSchemaConformance,
  undocumentedProperty,
  requestConformance,
];

const SEVERITY_OF = { error: 'error', warn: 'warning', ignore: undefined } as const;

/** Holds one exchange against the contract. Never throws: a check that fails to run is a finding, `check-crashed`. */
export function verifyExchange(
  contract: Contract,
  exchange: Exchange,
  options: VerifyExchangeOptions = {},
): Finding[] {
  const match = matchOperation(contract, exchange.request.method, exchange.request.url);
  if (match === undefined) {
    const severity: Severity | undefined = SEVERITY_OF[options.undocumented ?? 'warn'];
    if (severity === undefined) return [];
    const draft = { ...undocumentedOperation(contract, exchange), severity };
    return [toFinding('undocumented-operation', draft, exchange, undefined)];
  }
  const context = checkContext(contract, exchange, match);
  return CHECKS.flatMap((check) =>
    runCheck(check, context).map(([id, draft]) => toFinding(id, draft, exchange, match.operation)),
  );
}

/** Runs one check; exported for the test that a crash is told and not swallowed. */
export function runCheck(check: Check, context: CheckContext): [CheckId, FindingDraft][] {
  try {
    return [...check.run(context)].map((draft) => [check.id, draft]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The check ${check.id} could not run: ${reason}`;
    return [['check-crashed', { message, target: 'response' }]];
  }
}
