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
}

export interface ExchangeRequest {
  /** Upper-case HTTP method. */
  readonly method: string;
  /** The absolute URL as recorded: not normalised, for `..` in a recorded path is a fact worth keeping. */
  readonly url: string;
  readonly headers: HeaderMap;
  readonly body: Body;
}

export interface ExchangeResponse {
  readonly status: number;
  readonly headers: HeaderMap;
  readonly body: Body;
}

/** Lower-case field names to their values in the order received. Objects have no prototype. */
export type HeaderMap = Readonly<Record<string, readonly string[]>>;

/** The content-decoded body (no gzip left): bytes where the recording kept bytes, else text; `undefined` if none. */
export type Body = string | Uint8Array | undefined;

export interface RecordingPlace {
  readonly file: string;
  readonly index: number;
}

/** Collects header fields from pairs: names lower-cased, repeated fields kept apart and in order. */
export function headerMap(pairs: Iterable<readonly [string, string]>): HeaderMap {
  const map: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const values = map[key];
    if (values === undefined) map[key] = [value];
    else values.push(value);
  }
  return map;
}
