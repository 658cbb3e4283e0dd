/** A request as it reaches the simulator, whichever form it came through. */
export interface Incoming {
  /** Upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Pick<Headers, 'get' | 'entries'>;
  /** The whole body as text, or `undefined` if there was none. */
  readonly body: string | undefined;
}
