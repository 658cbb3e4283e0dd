import type { DocumentedResponse, MediaType, Place, Unread } from '../contract.ts';
import type { Exchange } from '../exchange.ts';
import { hasBody } from '../exchange.ts';
import type { JudgedBody } from './body.ts';
import type { CheckContext, JudgedContent, Lenient, LenientRule } from './check.ts';
import type { Engine } from './engine.ts';
import { type HttpItself, httpItself, isBodiless } from './http-itself.ts';
import type { OperationMatch } from './match/match-operation.ts';
import type { OperationPlan, ResponsePlan } from './operation-plan.ts';
import { withoutScrubbedBodies } from './scrubbed.ts';
import { type ContentRead, contentReader } from './values/content.ts';

const NO_CONTENT = contentReader({});
const CLEAN: JudgedBody = { kind: 'clean' };

/** Looks up what the contract says of an exchange; the body is judged when a check first asks for it. */
export class ExchangeContext implements CheckContext {
  readonly engine: Engine;
  readonly exchange: Exchange;
  readonly match: OperationMatch;
  readonly plan: OperationPlan;
  readonly itself: HttpItself | undefined;
  readonly response: ResponsePlan | undefined;
  readonly unread: Unread | undefined;
  readonly content: ContentRead;
  readonly ignoreProperty: CheckContext['ignoreProperty'];
  readonly ignoreParameter: CheckContext['ignoreParameter'];
  readonly strict: boolean;
  readonly scrubbed: CheckContext['scrubbed'];
  /** What was let pass. */
  readonly lenient: Lenient[] = [];
  #body: JudgedBody | undefined;
  #request: JudgedContent | undefined;

  constructor(
    engine: Engine,
    exchange: Exchange,
    match: OperationMatch,
    given: Pick<CheckContext, 'ignoreProperty' | 'ignoreParameter' | 'strict' | 'scrubbed'>,
  ) {
    const { strict, scrubbed } = given;
    this.engine = engine;
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
    this.ignoreProperty = given.ignoreProperty;
    this.ignoreParameter = given.ignoreParameter;
    this.strict = strict;
    this.scrubbed = scrubbed;
    if (this.itself !== undefined && !strict) this.letPass(this.itself.rule);
    else if (this.isStandIn) this.letPass('http-itself');
  }

  get isStandIn(): boolean {
    return this.match.operation.method !== this.exchange.request.method.toUpperCase();
  }

  letPass(rule: LenientRule, spec?: Place): void {
    this.lenient.push({ rule, ...(spec !== undefined && { spec }) });
  }

  get documented(): DocumentedResponse | undefined {
    return this.response?.documented;
  }

  get mediaType(): MediaType | undefined {
    return this.content.mediaType;
  }

  get body(): JudgedBody {
    this.#body ??=
      this.itself !== undefined || isBodiless(this.exchange)
        ? CLEAN
        : this.engine.judge(this.content, this.exchange.response.body, this.scrubbed?.response);
    return this.#body;
  }

  get request(): JudgedContent | undefined {
    const { body, headers } = this.exchange.request;
    if (this.plan.requestContent === null || !hasBody(body)) return undefined;
    if (this.#request === undefined) {
      const content = this.plan.requestContent(headers['content-type']?.[0]);
      this.#request = { content, body: this.engine.judge(content, body, this.scrubbed?.request) };
    }
    return this.#request;
  }
}
