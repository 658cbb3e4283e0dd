import { credentialParts } from '../../secrets/exchange-redactor.ts';
import { REDACTED } from '../../secrets/redact-by-name.ts';
import { createRedactor, SHORTEST_SECRET } from '../../secrets/strike-out.ts';

/** What is asked of `Headers`: whose `entries` is not known where a program takes DOM types without `dom.iterable`. */
export interface HeaderFields {
  get(name: string): string | null;
  entries(): Iterable<[string, string]>;
}

/** A request as it reaches the simulator, whichever form it came through. */
export interface Incoming {
  /** Upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderFields;
  /** The whole body as text, or `undefined` if there was none. */
  readonly body: string | undefined;
}

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
  /** The fault that it met by the script or by a rule. */
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

/** Where a request is logged, and who looks on. */
export interface RequestObserver {
  readonly log: RequestLog;
  /** What takes the keys of a request out of all that is shown of it. */
  redactorFor(headers: HeaderFields): Redactor;
  readonly onRequest: ((entry: RequestEntry) => void) | undefined;
}

/** A request as far as it could be read: one that is refused unread may have no URL. */
export interface Arrival extends Pick<Incoming, 'method' | 'headers'> {
  readonly url: Pick<URL, 'origin' | 'pathname'>;
}

/** What is told of a request besides what it says itself. */
type Outcome = Pick<RequestEntry, 'at' | 'operationId' | 'parameters' | 'status' | 'fault' | 'assumed'>;

/** Logs a request without its key, and tells those who look on. */
export function logRequest(arrival: Arrival, outcome: Outcome, observer: RequestObserver): RequestEntry {
  const redact = observer.redactorFor(arrival.headers);
  const entry = observer.log.add({
    ...outcome,
    method: arrival.method,
    origin: redact(arrival.url.origin),
    path: redact(arrival.url.pathname),
    parameters: withoutKeys(outcome.parameters, redact),
    key: keyHeader(arrival),
  });
  observer.onRequest?.(entry);
  return entry;
}

/** The same for one that never came as far as an operation. */
export function logUnserved(
  arrival: Arrival,
  outcome: Pick<RequestEntry, 'at' | 'status'>,
  observer: RequestObserver,
): RequestEntry {
  const nothing = { operationId: undefined, parameters: {}, fault: undefined, assumed: undefined };
  return logRequest(arrival, { ...outcome, ...nothing }, observer);
}

/** Hardly ever is there anything to take out. */
function withoutKeys(parameters: RequestEntry['parameters'], redact: Redactor): RequestEntry['parameters'] {
  const names = Object.keys(parameters);
  if (names.every((name) => redact(parameters[name] ?? '') === parameters[name])) return parameters;
  return Object.fromEntries(names.map((name) => [name, redact(parameters[name] ?? '')]));
}

/** Which header carries a key. */
function keyHeader({ headers }: Arrival): RequestEntry['key'] {
  if (headers.get('x-api-key') !== null) return 'x-api-key';
  return headers.get('authorization') === null ? 'none' : 'authorization';
}

/** Takes keys out of a text. */
export type Redactor = (text: string) => string;

/**
 * Gives for each request what takes its key, and those that the simulator accepts, out of everything that is shown of
 * it: a client may put a key into a path or a body, and an error repeats the path.
 */
export function createRedactors(
  accepted: ReadonlySet<string> | undefined,
): (headers: Incoming['headers']) => Redactor {
  // Most requests have the key of the one before.
  let last: { readonly sent: string; readonly redactor: Redactor } | undefined;
  return (headers) => {
    const values = [headers.get('x-api-key') ?? '', headers.get('authorization') ?? ''];
    const sent = values.join('\n');
    if (last?.sent !== sent) {
      // A header that came twice has its values after commas, and a key may hold a comma.
      const keys = [...values.flatMap(credentialParts), ...(accepted ?? [])];
      const secrets = keys.filter((key) => key.length >= SHORTEST_SECRET);
      last = { sent, redactor: createRedactor(secrets, REDACTED) };
    }
    return last.redactor;
  };
}
