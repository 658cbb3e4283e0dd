import type { Exchange } from '../exchange.ts';
import type { CheckId, Finding, Severity } from '../finding.ts';
import { type Check, CheckContext, type CheckOptions, type FindingDraft } from './check.ts';
import { contentTypeConformance } from './checks/content-type-conformance.ts';
import { malformedBody, undecodableBody } from './checks/malformed-body.ts';
import { requestConformance } from './checks/request-conformance.ts';
import { responseHeadersConformance } from './checks/response-headers-conformance.ts';
import { responseSchemaConformance } from './checks/response-schema-conformance.ts';
import { statusCodeConformance } from './checks/status-code-conformance.ts';
import { undocumentedOperation } from './checks/undocumented-operation.ts';
import { undocumentedParameter } from './checks/undocumented-parameter.ts';
import { undocumentedProperty } from './checks/undocumented-property.ts';
import { wrongRequest, wrongResponse } from './checks/wrong-places.ts';
import { declaredCredentials } from './declared-credentials.ts';
import type { Engine } from './engine.ts';
import { toFinding } from './finding-from-draft.ts';
import { isBodiless, methodBehind } from './http-itself.ts';
import type { Lenient } from './lenient.ts';
import type { Destination, Elsewhere } from './match/destinations.ts';
import { nameIgnorer, propertyIgnorer } from './match/globs.ts';
import type { OperationMatch } from './match/match-operation.ts';
import { scrubbedReader } from './scrubbed.ts';
import { placeholdersBy } from './values/placeholders.ts';

export type { Elsewhere } from './match/destinations.ts';

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

const CHECKS: readonly Check[] = [
  statusCodeConformance,
  contentTypeConformance,
  responseHeadersConformance,
  malformedBody,
  responseSchemaConformance,
  undocumentedProperty,
  undocumentedParameter,
  requestConformance,
  wrongRequest,
  wrongResponse,
];

const STATUS_ONLY: readonly Check[] = [statusCodeConformance];

const SEVERITY_OF = { error: 'error', warn: 'warning', ignore: undefined } as const;

/**
 * Never throws: a check that fails to run is a finding, `check-crashed`.
 *
 * @param tellsElsewhere whether what went to no documented server is a finding, as an operation that is not described:
 *   a run counts it by host instead, unless undocumented operations are errors
 * @returns takes an exchange, and whether it may be another description's operation as well: then it is of none
 */
export function createJudge(
  engine: Engine,
  options: VerifyExchangeOptions,
  tellsElsewhere: boolean = options.undocumented === 'error',
): (exchange: Exchange, isUndecided?: boolean) => Judgement {
  const severity: Severity | undefined = SEVERITY_OF[options.undocumented ?? 'warn'];
  const given: CheckOptions = {
    ignoreProperty: propertyIgnorer(options.ignoreProperties ?? []),
    ignoreParameter: nameIgnorer(options.ignoreParameters ?? []),
    strict: options.strict ?? false,
    scrubbed: options.strict ? undefined : scrubbedReaders(engine.contract, options.placeholders),
  };
  const declared = declaredCredentials(engine.contract);
  const { file } = engine.contract;
  const destinationOf = destinationsBy(engine, options);

  /** What went elsewhere, or is of no operation that the description has. */
  const judgeUndescribed = (exchange: Exchange, destination: Destination, method: string): Judgement => {
    const elsewhere = elsewhereOf(destination, method, exchange.request.url);
    const nothing = { context: undefined, verified: false, ...(elsewhere && { elsewhere }) };
    if (severity === undefined || (elsewhere !== undefined && !tellsElsewhere))
      return { ...nothing, findings: NO_FINDINGS };
    const draft = { ...undocumentedOperation(destination, exchange, elsewhere), severity };
    const findings = [toFinding('undocumented-operation', draft, exchange, undefined, declared, file)];
    const { bodyFault } = exchange.response;
    if (bodyFault !== undefined)
      findings.push(
        toFinding('malformed-body', undecodableBody(bodyFault, false), exchange, undefined, declared, file),
      );
    return { ...nothing, findings };
  };

  const judgeDescribed = (exchange: Exchange, match: OperationMatch, isHostScrubbed: boolean): Judgement => {
    const context = new CheckContext(engine, exchange, match, given);
    if (isHostScrubbed || match.isScrubbed) context.letPass('placeholder');
    let findings = NO_FINDINGS;
    let once: Map<string, Finding> | undefined;
    for (const check of context.itself?.isAll ? STATUS_ONLY : CHECKS) {
      const drafts = runCheck(check, context);
      if (drafts.length === 0) continue;
      const found = drafts.flatMap(([id, draft]) => {
        const finding = toFinding(id, draft, exchange, match.operation, declared, file);
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
      verified: isVerified(context),
      ...bodyOf(context),
      ...(once !== undefined && { once: new Set(once.values()) }),
      ...(lenient.length > 0 && { lenient }),
    };
  };

  /** What can't be judged is told, and counts as if its operation was not described. */
  const tellNotJudged = (exchange: Exchange, reason: string): Judgement => {
    const draft = { severity: 'info', message: `It was not judged: ${reason}.`, target: 'request' } as const;
    const finding = toFinding('undocumented-operation', draft, exchange, undefined, declared, file);
    return { context: undefined, findings: [finding], verified: false };
  };

  return (exchange, isUndecided = false) => {
    if (exchange.notJudged !== undefined) return tellNotJudged(exchange, exchange.notJudged);
    const { method, url } = exchange.request;
    const destination = destinationOf(url);
    if (destination.kind === 'ignored') return IGNORED;
    const behind = given.strict ? method : methodBehind(exchange.request);
    const match =
      destination.match(method, url) ?? (behind === method ? undefined : destination.match(behind, url));
    return match === undefined || isUndecided
      ? judgeUndescribed(exchange, destination, behind)
      : judgeDescribed(exchange, match, destination.isScrubbed === true);
  };
}

function scrubbedReaders(
  contract: Engine['contract'],
  placeholders: VerifyExchangeOptions['placeholders'],
): CheckOptions['scrubbed'] {
  const { request, response } = placeholdersBy(placeholders);
  return { request: scrubbedReader(contract, request), response: scrubbedReader(contract, response) };
}

const NO_FINDINGS: readonly Finding[] = [];
const IGNORED: Judgement = { context: undefined, findings: NO_FINDINGS, verified: false, ignored: true };
const KEPT = { body: 'kept' } as const;
const NOT_KEPT = { body: 'not kept' } as const;
const NOTHING: readonly [CheckId, FindingDraft][] = [];

/** Tells where a request went, by its URL and by what a run was told of servers and hosts. */
export function destinationsBy(
  engine: Engine,
  { servers = [], ignoreHosts = [], placeholders = [], strict = false }: VerifyExchangeOptions,
): (url: string) => Destination {
  const key = JSON.stringify([servers, ignoreHosts, placeholders.map(String), strict]);
  return engine.destinations(key, () => ({
    servers,
    ignoreHosts,
    isPlaceholder: strict ? () => false : placeholdersBy(placeholders).request,
  }));
}

/** Undefined where it went to a server that only lacks the operation. */
function elsewhereOf(
  { kind, host, basePath }: Destination,
  method: string,
  url: string,
): Elsewhere | undefined {
  if (host === undefined) return undefined;
  const differs = basePath(method, url);
  if (differs !== undefined) return { host, basePath: differs };
  return kind === 'elsewhere' ? { host } : undefined;
}

/** Of one that is judged by what is documented of its response. */
function bodyOf({ exchange, response }: CheckContext): Pick<Judgement, 'body'> | undefined {
  if (response === undefined || response.types.length === 0 || isBodiless(exchange)) return undefined;
  const { body, bodyFault } = exchange.response;
  return body === undefined && bodyFault === undefined ? NOT_KEPT : KEPT;
}

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

/** Whether its status was judged, and what is said of it could be read. */
function isVerified({ itself, unread, match }: CheckContext): boolean {
  return itself === undefined && unread === undefined && Object.keys(match.operation.responses).length > 0;
}
