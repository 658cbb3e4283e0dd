/**
 * One request with its response, in memory. Every reader of recordings produces these, every check consumes
 * them; nothing between the two knows in which format an exchange was stored.
 */
export interface Exchange {
  readonly request: ExchangeRequest;
  readonly response: ExchangeResponse;
  /** Where the exchange is stored; `index` is its zero-based place in the file. */
  readonly recording: RecordingPlace;
  /** When it was recorded, in milliseconds since the epoch, if the recording says so. */
  readonly recordedAt?: number;
  /** Whether it was read from a recording, where a recorder may have removed credentials. */
  readonly recorded?: true;
  /** Why there is nothing to judge it by: what a recording holds of it is a pattern or a template, and no value. */
  readonly notJudged?: string;
}

export interface ExchangeRequest {
  /** Upper-case HTTP method. */
  readonly method: string;
  /** The absolute URL as recorded: not normalised, for `..` in a recorded path is a fact worth keeping. */
  readonly url: string;
  readonly headers: HeaderMap;
  /** Whether the recording does not tell which headers were sent: that one is not among `headers` then means nothing. */
  readonly headersUnknown?: true;
  readonly body: Body;
  /** Whether one was sent that the recording does not hold. */
  readonly bodyUnknown?: true;
}

export interface ExchangeResponse {
  /** 0 where the recording says that no response came, as a HAR does. */
  readonly status: number;
  readonly headers: HeaderMap;
  /** Whether others may have come that the recording does not hold: that one is not among `headers` then means nothing. */
  readonly headersUnknown?: true;
  readonly body: Body;
  /** Whether the body is an example of what somebody reads of it: other members may have come. */
  readonly isExample?: true;
  /** Why the body that the recording holds could not be decoded; `body` is undefined then. */
  readonly bodyFault?: BodyFault;
}

export interface BodyFault {
  /** Such as `it is not gzip`. */
  readonly reason: string;
  /** It is in a coding that is not read here, and may be whole. */
  readonly isUnsupported?: true;
}

/** Lower-case field names to their values in the order received. Objects inherit nothing, so that every name is a field. */
export type HeaderMap = Readonly<Record<string, readonly string[]>>;

/**
 * The content-decoded body (no gzip left, although the `content-encoding` header may still be there): text wherever it
 * is UTF-8, byte order mark kept; else bytes.
 *
 * A request without body, or with one of length zero, is `undefined`. A response is `''` where the recording says that
 * it was empty although one could have come, for an empty body on 200 is worth finding; it is `undefined` where HTTP
 * allows none (HEAD, 1xx, 204, 205, 304) or where the recorder did not keep it.
 */
export type Body = string | Uint8Array | undefined;

export interface RecordingPlace {
  readonly file: string;
  readonly index: number;
}

/** Collects header fields from pairs: names lower-cased, repeated fields kept apart and in order. */
export function headerMap(pairs: Iterable<readonly [string, string]>): HeaderMap {
  const map = noHeaders();
  for (const [name, value] of pairs) addHeader(map, name, value);
  return map;
}

/**
 * A map without fields, to be filled. A constructor, since V8 keeps what `Object.create(null)` gives as a hash table:
 * twice as slow to build, and slower to read.
 */
export function noHeaders(): Record<string, string[]> {
  return new (Fields as unknown as new () => Record<string, string[]>)();
}

function Fields(): void {}
Fields.prototype = Object.create(null);

/** Adds one field to a map that is being built. */
export function addHeader(map: Record<string, string[]>, name: string, value: string): void {
  const key = lowerCase(name);
  const values = map[key];
  if (values === undefined) map[key] = [value];
  else values.push(value);
}

const MOST_NAMES = 1000;
const lowerCaseOf = new Map<string, string>();

/** Remembered, since the name of a property costs more to make than to look up: V8 keeps each such text once. */
function lowerCase(name: string): string {
  const known = lowerCaseOf.get(name);
  if (known !== undefined) return known;
  if (lowerCaseOf.size >= MOST_NAMES) lowerCaseOf.clear();
  const lower = name.toLowerCase();
  lowerCaseOf.set(name, lower);
  return lower;
}

/** Whether a body with at least one byte came. */
export function hasBody(body: Body): boolean {
  return body !== undefined && body.length > 0;
}
