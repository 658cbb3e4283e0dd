import type { TimeoutPhase } from './errors/timeout-error.ts';

/** What a piece of work and those who may end it know of each other. A class, to be cheap to make. */
export class Scope {
  /** What the work is waiting for. */
  phase: TimeoutPhase = 'headers';
  /** Set by the work: lets go of what it holds and the signal may not reach. */
  release: (() => void) | undefined = undefined;
  /** Why the work was ended, if it was. */
  ended: Error | undefined = undefined;
  private controller: AbortController | undefined = undefined;

  /** Lives as long as the work and no longer: nothing that listens to it can leak. Made when first asked for. */
  get signal(): AbortSignal {
    this.controller ??= new AbortController();
    // Asked for late, by a `fetch` that had something else to do first.
    if (this.ended) this.controller.abort(this.ended);
    return this.controller.signal;
  }

  end(error: Error): void {
    this.ended = error;
    this.controller?.abort(error);
    this.release?.();
  }
}

const SCOPE = Symbol('scope');
type Init = { readonly [SCOPE]: Scope; readonly signal: AbortSignal };

/** One getter for all: a new one each time would give each object a shape of its own, which is slow. */
const lazySignal: PropertyDescriptor = {
  enumerable: true,
  get(this: Init) {
    return this[SCOPE].signal;
  },
};

/** What is given to `fetch` besides the request. To make a signal takes a sixth of a call: only for those who look. */
export function initWithSignal(scope: Scope): { readonly signal: AbortSignal } {
  return Object.defineProperty({ [SCOPE]: scope }, 'signal', lazySignal) as Init;
}
