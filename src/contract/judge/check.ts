import type { DocumentedResponse, MediaType, Place, Unread } from '../contract.ts';
import type { Exchange } from '../exchange.ts';
import type { CheckId, Severity } from '../finding.ts';
import type { JudgedBody } from './body.ts';
import type { Engine } from './engine.ts';
import type { Cause } from './explain/problems.ts';
import type { HttpItself } from './http-itself.ts';
import type { OperationMatch } from './match/match-operation.ts';
import type { OperationPlan, ResponsePlan } from './operation-plan.ts';
import type { ScrubbedReader } from './scrubbed.ts';
import type { ContentRead } from './values/content.ts';

/**
 * One claim about an exchange. One file each, in `checks/`; they never import each other. Nearly every exchange is as it
 * should be, so a check first asks cheaply whether there is anything to say, and answers with `NOTHING` if not.
 */
export interface Check {
  readonly id: CheckId;
  run(context: CheckContext): readonly FindingDraft[];
}

export const NOTHING: readonly FindingDraft[] = [];

/** An exchange whose operation is documented, and what the contract says of it. */
export interface CheckContext {
  readonly engine: Engine;
  readonly exchange: Exchange;
  readonly match: OperationMatch;
  readonly plan: OperationPlan;
  /** The operation is the one of another method, which HTTP answers in the same way: its GET for a HEAD. */
  readonly isStandIn: boolean;
  /** Why the response is not judged by the description; undefined where it is. */
  readonly itself: HttpItself | undefined;
  /** What the contract says of the response's status; undefined where that is not documented, or could not be read. */
  readonly response: ResponsePlan | undefined;
  /** Why the operation, or the response, could not be read. */
  readonly unread: Unread | undefined;
  readonly documented: DocumentedResponse | undefined;
  /** What the response's content-type means. */
  readonly content: ContentRead;
  /** The documented media type that the response's body is to be read as; undefined where there is none. */
  readonly mediaType: MediaType | undefined;
  /** The response's body, judged once. */
  readonly body: JudgedBody;
  /** The request's content and its body, judged once; undefined where no body came, or none is documented. */
  readonly request: JudgedContent | undefined;
  readonly ignoreProperty: (path: string, schemaPath: string) => boolean;
  readonly ignoreParameter: (name: string) => boolean;
  /** Whether the lenient rules are off. */
  readonly strict: boolean;
  /** What is read by it may have placeholders in it; undefined where all is judged as it stands. */
  readonly scrubbed: { readonly request: ScrubbedReader; readonly response: ScrubbedReader } | undefined;
  /** Counts that a lenient rule let something pass. */
  letPass(rule: LenientRule, spec?: Place): void;
}

/** A body with what its content-type means. */
export interface JudgedContent {
  readonly content: ContentRead;
  readonly body: JudgedBody;
}

/** What a check says; the engine adds what it knows anyway (exchange, operation, fingerprint). */
export interface FindingDraft {
  /** Default: error. */
  readonly severity?: Severity;
  readonly message: string;
  readonly target: 'request' | 'response';
  readonly dataPath?: string;
  readonly spec?: Place;
  readonly received?: string;
  readonly documented?: string;
  /** A documented value or name close to the received one. */
  readonly suggestion?: string;
  /** What makes it the same finding as another, where a schema says so; else its message does. */
  readonly cause?: Cause;
  /** What it is told of once a run, whatever the operation: of equal ones the first is told, with their number. */
  readonly once?: string;
}

/**
 * The rules that let pass what a literal reading of the description would call drift. Each is counted in the report, has a
 * page in `docs/`, and is off under `strict`.
 */
export const LENIENT_RULES = [
  'missing-credential',
  'placeholder',
  'nullable',
  'no-content',
  'http-itself',
  'gateway-status',
  'no-response',
  'deep-object',
  'read-only',
  'public-name',
  'expired-link',
] as const;

export type LenientRule = (typeof LENIENT_RULES)[number];

/** That a rule let something of an exchange pass. */
export interface Lenient {
  readonly rule: LenientRule;
  /** Where the description would say otherwise; absent where it says nothing there. */
  readonly spec?: Place;
}
