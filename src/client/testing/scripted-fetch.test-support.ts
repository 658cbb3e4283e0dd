import type { Fetch } from '../options.ts';
import type { Runtime } from '../runtime.ts';

/** What the server does with one request. */
export type Step = Response | Error | 'stall' | ((request: Request) => Response | Promise<Response>);

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** When, on the clock of the runtime. */
  readonly at: number;
}

export interface ScriptedFetch {
  readonly fetch: Fetch;
  readonly sent: SentRequest[];
}

/** Answers the requests one after the other; the last step answers all that follow. */
export function scriptedFetch(runtime: Pick<Runtime, 'now'>, ...steps: readonly Step[]): ScriptedFetch {
  const sent: SentRequest[] = [];
  return {
    sent,
    async fetch(request, { signal }) {
      const step = steps[Math.min(sent.length, steps.length - 1)];
      sent.push({ method: request.method, url: request.url, headers: request.headers, at: runtime.now() });
      if (step instanceof Response) return step.clone();
      if (typeof step === 'function') return step(request);
      if (step instanceof Error) throw step;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
  };
}
