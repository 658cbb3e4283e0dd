import type { Check, CheckContext, FindingDraft } from './check.ts';
import { ExchangeContext } from './check-context.ts';
import { contentTypeConformance } from './checks/content-type-conformance.ts';
import { malformedBody, undecodableBody } from './checks/malformed-body.ts';
import { requestConformance } from './checks/request-conformance.ts';
import { responseHeadersConformance } from './checks/response-headers-conformance.ts';
import { responseSchemaConformance } from './checks/response-schema-conformance.ts';
import { statusCodeConformance } from './checks/status-code-conformance.ts';
import { undocumentedOperation } from './checks/undocumented-operation.ts';
import { undocumentedProperty } from './checks/undocumented-property.ts';
import { declaredCredentials } from './declared-credentials.ts';
import type { Engine } from './engine.ts';
import type { Exchange } from './exchange.ts';
import type { CheckId, Finding, Severity } from './finding.ts';
import { toFinding } from './finding-from-draft.ts';
import { propertyIgnorer } from './ignore-property.ts';

export type UndocumentedStrategy = 'error' | 'warn' | 'ignore';

export interface VerifyExchangeOptions {
  /** What to make of an exchange whose operation is not described. Default `warn`: a fragment is partial by nature. */
  readonly undocumented?: UndocumentedStrategy;
  /**
   * Undocumented properties that are no finding, as globs: of the JSON Pointer where they start with a slash
   * (`/items/+/_links`), else of the schema's name and the property's (`WebsetEnrichment.x-*`). `*` stays within a
   * segment, `**` does not.
   */
  readonly ignoreProperties?: readonly string[];
}

/** What there is to say of one exchange. */
export interface Judgement {
  /** Undefined where the operation is not described. */
  readonly context: CheckContext | undefined;
  readonly findings: readonly Finding[];
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

/** Never throws: a check that fails to run is a finding, `check-crashed`. */
export function createJudge(
  engine: Engine,
  options: VerifyExchangeOptions,
): (exchange: Exchange) => Judgement {
  const severity: Severity | undefined = SEVERITY_OF[options.undocumented ?? 'warn'];
  const ignores = propertyIgnorer(options.ignoreProperties ?? []);
  const declared = declaredCredentials(engine.contract);
  return (exchange) => {
    const match = engine.match(exchange.request.method, exchange.request.url);
    if (match === undefined) {
      if (severity === undefined) return { context: undefined, findings: NO_FINDINGS };
      const draft = { ...undocumentedOperation(engine, exchange), severity };
      const finding = toFinding('undocumented-operation', draft, exchange, undefined, declared);
      const fault = exchange.response.bodyFault;
      if (fault === undefined) return { context: undefined, findings: [finding] };
      const told = toFinding('malformed-body', undecodableBody(fault, false), exchange, undefined, declared);
      return { context: undefined, findings: [finding, told] };
    }
    const context = new ExchangeContext(engine, exchange, match, ignores);
    let findings = NO_FINDINGS;
    for (const check of CHECKS) {
      const drafts = runCheck(check, context);
      if (drafts.length === 0) continue;
      const found = drafts.map(([id, draft]) => toFinding(id, draft, exchange, match.operation, declared));
      findings = [...findings, ...found];
    }
    return { context, findings };
  };
}

const NO_FINDINGS: readonly Finding[] = [];
const NOTHING: readonly [CheckId, FindingDraft][] = [];

/** Runs one check; exported for the test that a crash is told and not swallowed. */
export function runCheck(check: Check, context: CheckContext): readonly [CheckId, FindingDraft][] {
  try {
    const drafts = check.run(context);
    return drafts.length === 0 ? NOTHING : drafts.map((draft) => [check.id, draft]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The check ${check.id} could not run: ${reason}`;
    return [['check-crashed', { message, target: 'response' }]];
  }
}
