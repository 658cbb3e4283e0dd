import type { MediaType, Place, Unread } from '../contract.ts';
import { type Exchange, hasBody } from '../exchange.ts';
import type { CheckId, Severity } from '../finding.ts';
import type { JudgedBody } from './body.ts';
import type { Engine } from './engine.ts';
import type { Cause } from './explain/problems.ts';
import { type HttpItself, httpItself, isBodiless } from './http-itself.ts';
import type { Lenient, LenientRule } from './lenient.ts';
import type { OperationMatch } from './match/match-operation.ts';
import type { OperationPlan, ResponsePlan } from './operation-plan.ts';
import { type ScrubbedReader, typeBehind, withoutScrubbedBodies } from './scrubbed.ts';
import { type ContentRead, contentReader } from './values/content.ts';

/**
 * One claim about an exchange. One file each, in `checks/`; they never import each other. Nearly every exchange is as it
 * should be, so a check first asks cheaply whether there is anything to say, and answers with `NOTHING` if not.
 */
export interface Check {
  readonly id: CheckId;
  run(context: CheckContext): readonly FindingDraft[];
}

export const NOTHING: readonly FindingDraft[] = [];

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

/** A body with what its content-type means. */
export interface JudgedContent {
  readonly content: ContentRead;
  readonly body: JudgedBody;
}

/** What of the options checks go by. */
export interface CheckOptions {
  readonly ignoreProperty: (path: string, schemaPath: string) => boolean;
  readonly ignoreParameter: (name: string) => boolean;
  /** Whether the lenient rules are off. */
  readonly strict: boolean;
  /** What is read by it may have placeholders in it; undefined where all is judged as it stands. */
  readonly scrubbed: { readonly request: ScrubbedReader; readonly response: ScrubbedReader } | undefined;
}

const NO_CONTENT = contentReader({});
const CLEAN: JudgedBody = { kind: 'clean' };

/** An exchange whose operation is documented, and what the contract says of it: looked up once. */
export class CheckContext {
  readonly engine: Engine;
  readonly exchange: Exchange;
  readonly match: OperationMatch;
  readonly plan: OperationPlan;
  readonly options: CheckOptions;
  /** Why the response is not judged by the description; undefined where it is. */
  readonly itself: HttpItself | undefined;
  /** What the contract says of the response's status; undefined where that is not documented, or could not be read. */
  readonly response: ResponsePlan | undefined;
  /** Why the operation, or the response, could not be read. */
  readonly unread: Unread | undefined;
  /** What the response's content-type means. */
  readonly content: ContentRead;
  /** What a lenient rule let pass. */
  readonly lenient: Lenient[] = [];
  #body: JudgedBody | undefined;
  #request: JudgedContent | undefined;

  constructor(engine: Engine, exchange: Exchange, match: OperationMatch, options: CheckOptions) {
    const { strict, scrubbed } = options;
    this.engine = engine;
    this.options = options;
    this.exchange =
      scrubbed === undefined
        ? exchange
        : withoutScrubbedBodies(exchange, scrubbed.request.isPlaceholder, scrubbed.response.isPlaceholder);
    if (this.exchange !== exchange) this.letPass('placeholder');
    this.plan = engine.planOf(match.operation);
    this.match = match.readings === undefined ? match : this.plan.settle(exchange.request, match);
    this.itself = httpItself(exchange, match.operation, strict);
    const response = this.itself === undefined ? this.plan.response(exchange.response.status) : undefined;
    const unread = response?.documented.unread;
    this.response = unread === undefined ? response : undefined;
    this.unread = match.operation.unread ?? unread;
    this.content = (this.response?.content ?? NO_CONTENT)(exchange.response.headers['content-type']?.[0]);
    if (this.itself !== undefined && !strict) this.letPass(this.itself.rule);
    else if (this.isStandIn) this.letPass('http-itself');
  }

  /** The operation is the one of another method, which HTTP answers in the same way: its GET for a HEAD. */
  get isStandIn(): boolean {
    return this.match.operation.method !== this.exchange.request.method.toUpperCase();
  }

  /** Counts that a lenient rule let something pass. */
  letPass(rule: LenientRule, spec?: Place): void {
    this.lenient.push({ rule, ...(spec !== undefined && { spec }) });
  }

  /** The documented media type that the response's body is to be read as; undefined where there is none. */
  get mediaType(): MediaType | undefined {
    return this.content.mediaType;
  }

  /** The response's body, judged when a check first asks for it. */
  get body(): JudgedBody {
    this.#body ??=
      this.itself !== undefined || isBodiless(this.exchange)
        ? CLEAN
        : this.engine.judge(this.content, this.exchange.response.body, this.options.scrubbed?.response);
    return this.#body;
  }

  /** The request's content and its body, judged once; undefined where no body came, or none is documented. */
  get request(): JudgedContent | undefined {
    const { body, headers } = this.exchange.request;
    if (this.plan.requestContent === null || !hasBody(body)) return undefined;
    if (this.#request === undefined) {
      const type = headers['content-type']?.[0];
      const behind =
        this.options.scrubbed && typeBehind(type, this.match.operation, this.options.scrubbed.request);
      if (behind !== undefined) this.letPass('placeholder');
      const content = this.plan.requestContent(behind ?? type);
      this.#request = { content, body: this.engine.judge(content, body, this.options.scrubbed?.request) };
    }
    return this.#request;
  }
}
