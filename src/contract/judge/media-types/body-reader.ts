import type { Contract, MediaType, SchemaId } from '../../contract.ts';
import type { ContentType } from '../../description/media-type.ts';
import type { Body } from '../../exchange.ts';
import type { Problem } from '../explain/problems.ts';

/** A body that is no JSON, and what is documented of it. A way of writing bodies is a file here, which reads such a body. */
export interface BodySource {
  readonly contract: Contract;
  /** The schema that it is read for. */
  readonly id: SchemaId;
  readonly mediaType: MediaType;
  /** As it came. */
  readonly type: ContentType;
  readonly body: NonNullable<Body>;
  readonly strict: boolean;
  /** Whether a value fits the schema: of two readings of a text the one that does is meant. */
  accepts(value: unknown): boolean;
  /** Whether a text is JSON but for placeholders. */
  isScrubbedJson(text: string): boolean;
}

export type BodyRead =
  | { readonly kind: 'malformed'; readonly reason: string }
  /** JSON that says the same as the body. */
  | { readonly kind: 'json'; readonly text: string }
  | ReadValue;

export interface ReadValue {
  readonly kind: 'value';
  /** What can't be read of it is a symbol. */
  readonly value: unknown;
  /** What is wrong with the way in which it is written. */
  readonly faults?: readonly Problem[];
  /** Places of the description that parts without a content-type are read by. */
  readonly untyped?: readonly string[];
  /** What its texts hold is judged as well. */
  readonly holdsContents?: true;
}

/** Reads a body whose text is known. */
export type TextReader = (text: string, source: BodySource) => BodyRead;
