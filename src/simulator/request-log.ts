/** One request that reached the simulator. Holds no key and no body. */
export interface RequestEntry {
  /** Zero-based place among all requests, those forgotten by the log included. */
  readonly index: number;
  /** When it came in, in milliseconds of simulated time since the epoch. */
  readonly at: number;
  readonly method: string;
  /** Scheme, host and port as the caller addressed them. */
  readonly origin: string;
  /** The path as it arrived, percent-encoding and base path included. */
  readonly path: string;
  /** The operation that it was for; `undefined` where there is none at that path. */
  readonly operationId: string | undefined;
  /** The decoded path parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Which header carried a key. */
  readonly key: 'x-api-key' | 'authorization' | 'none';
  /** The status that was decided on; whether it arrived depends on the fault. */
  readonly status: number;
  /** The fault or the refusal that it met by the script or by a rule. */
  readonly fault: string | undefined;
  /** What its answer assumes, such as `secondCancel=200`, or several of these with `, ` in between: no fact about the live API. */
  readonly assumed: string | undefined;
}

/** The newest requests, oldest first. */
export interface RequestLog {
  add(entry: Omit<RequestEntry, 'index'>): RequestEntry;
  readonly entries: readonly RequestEntry[];
  /** How many requests there were, those forgotten included. */
  readonly total: number;
}

/** A log that keeps the newest `limit` requests, so that memory stays flat however long it runs. */
export function createRequestLog(limit: number): RequestLog {
  const entries: RequestEntry[] = [];
  let total = 0;
  return {
    add(entry) {
      const numbered = { index: total, ...entry };
      total += 1;
      entries.push(numbered);
      if (entries.length > limit) entries.shift();
      return numbered;
    },
    entries,
    get total() {
      return total;
    },
  };
}
