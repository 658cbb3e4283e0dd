import type { Contract, DocumentedResponse, MediaType, Place } from './contract.ts';
import type { Exchange } from './exchange.ts';
import type { CheckId, Severity } from './finding.ts';
import type { JsonBody } from './json/read-json.ts';
import type { OperationMatch } from './match-operation.ts';

/** One claim about an exchange. One file each, in `checks/`; they never import each other. */
export interface Check {
  readonly id: CheckId;
  run(context: CheckContext): Iterable<FindingDraft>;
}

/** An exchange whose operation is documented, and what the contract says of it. */
export interface CheckContext {
  readonly contract: Contract;
  readonly exchange: Exchange;
  readonly match: OperationMatch;
  /** What the contract says of the response's status; undefined where the status is not documented. */
  readonly documented: DocumentedResponse | undefined;
  /** The documented media type that the response's body is to be read as; undefined where there is none. */
  readonly mediaType: MediaType | undefined;
  /** The response's body, read once. */
  readonly body: JsonBody;
  /** Whether the response's body is, or ought to be, JSON. */
  readonly isJson: boolean;
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
  /** A documented value or name close to the received one. No part of the message, which the fingerprint is made of. */
  readonly suggestion?: string;
}
