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
