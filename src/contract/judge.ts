import type { Check, CheckContext, FindingDraft } from './check.ts';
import { ExchangeContext } from './check-context.ts';
import { contentTypeConformance } from './checks/content-type-conformance.ts';
import { malformedBody } from './checks/malformed-body.ts';
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
import { scrubbedReader } from './judge/scrubbed.ts';
import { placeholdersBy } from './judge/values/placeholders.ts';
import type { Lenient } from './lenient.ts';

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
  /** Undocumented query parameters, headers and cookies that are no finding, as globs of their names. */
  readonly ignoreParameters?: readonly string[];
  /** URLs of further servers: exchanges with them are judged. The path of each is its base path. */
  readonly servers?: readonly string[];
  /** Hosts that are left out of everything, as globs. */
  readonly ignoreHosts?: readonly string[];
  /** What else a recorder puts in place of a value, as regular expressions that match the whole of it. */
  readonly placeholders?: readonly RegExp[];
  /** Whether the rules that are lenient with recorders and with HTTP itself are off. Default: false. */
  readonly strict?: boolean;
}

/** What there is to say of one exchange. */
export interface Judgement {
  /** Undefined where the operation is not described, or it went elsewhere. */
  readonly context: CheckContext | undefined;
  readonly findings: readonly Finding[];
  /** Whether its status was judged, and its operation and response could be read. */
  readonly verified: boolean;
  /** Whether a body is documented for it, and whether one was kept; undefined where none is documented. */
  readonly body?: 'kept' | 'not kept';
  /** Which of `findings` are told once a run, at the first exchange that has them: the others are counted. */
  readonly once?: ReadonlySet<Finding>;
  /** What was let pass. */
  readonly lenient?: readonly Lenient[];
  /** Where it went to no documented server: it is not judged. */
  readonly elsewhere?: Elsewhere;
  /** Whether its host is left out of everything: it is not even counted. */
  readonly ignored?: true;
}

/** A host that is not that of a documented server. */
export interface Elsewhere {
  /** Lower case, with its port unless it is the default. */
  readonly host: string;
  /** The base path that its path lacks, or has too much, where an operation would match but for it. */
  readonly basePath?: string;
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
  const given = {
    ignoreProperty: propertyIgnorer(options.ignoreProperties ?? []),
    strict: options.strict ?? false,
    scrubbed: options.strict ? undefined : scrubbedReaders(engine.contract, options.placeholders),
  };
  const declared = declaredCredentials(engine.contract);
  return (exchange) => {
    const match = engine.match(exchange.request.method, exchange.request.url);
    if (match === undefined) {
      if (severity === undefined) return { context: undefined, findings: NO_FINDINGS, verified: false };
      const draft = { ...undocumentedOperation(engine, exchange), severity };
      const finding = toFinding('undocumented-operation', draft, exchange, undefined, declared);
      return { context: undefined, findings: [finding], verified: false };
    }
    const context = new ExchangeContext(engine, exchange, match, given);
    let findings = NO_FINDINGS;
    let once: Map<string, Finding> | undefined;
    for (const check of CHECKS) {
      const drafts = runCheck(check, context);
      if (drafts.length === 0) continue;
      const found = drafts.flatMap(([id, draft]) => {
        const finding = toFinding(id, draft, exchange, match.operation, declared);
        if (draft.once === undefined) return [finding];
        once ??= new Map();
        if (once.has(finding.fingerprint)) return [];
        once.set(finding.fingerprint, finding);
        return [finding];
      });
      findings = [...findings, ...found];
    }
    const { lenient } = context;
    return {
      context,
      findings,
      verified: true,
      ...(once !== undefined && { once: new Set(once.values()) }),
      ...(lenient.length > 0 && { lenient }),
    };
  };
}

function scrubbedReaders(
  contract: Engine['contract'],
  placeholders: VerifyExchangeOptions['placeholders'],
): CheckContext['scrubbed'] {
  const { request, response } = placeholdersBy(placeholders);
  return { request: scrubbedReader(contract, request), response: scrubbedReader(contract, response) };
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
