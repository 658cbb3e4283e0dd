import {
  createClient,
  type ExaClient,
  isAbortedError,
  isInvalidArgumentError,
  isRedirectError,
  isResponseTooLargeError,
  isResponseValidationError,
  isTimeoutError,
} from 'exa-enrichments';
import { type Claim, claim } from '../claims/table.ts';

/** Long enough on a busy machine for an answer of which only the end is missing to have begun. */
const STALLED_MS = 1500;
/**
 * For what has to be answered. Bun 1.4 may take 2 to 5 s for the request after a large compressed body that was given up,
 * with a bare `fetch` too.
 */
const TIMEOUT_MS = 15_000;
/** Any more than this, and it did not end when it was told to. */
const PROMPT_MS = 10_000;

/**
 * What the client promises wherever it runs, tried against the server at `base`. Runs on every runtime, so it uses
 * nothing but what all of them have.
 */
export async function smoke(base: string): Promise<Claim[]> {
  const client = (place: string, timeout = TIMEOUT_MS): ExaClient =>
    createClient({ apiKey: 'not-a-real-key', baseUrl: `${base}/${place}`, timeout, maxRetries: 0 });
  const ref = (await (await fetch(`${base}/new`)).json()) as { webset: string; enrichment: string };
  return [
    await claim('cancelAndWait', async () => {
      const { outcome, polls } = await client('websets').cancelAndWait(ref, { pollInterval: 50 });
      return expect(outcome === 'canceled' && polls > 0, `${outcome} after ${polls} reads`);
    }),
    await claim('`..` refused', () =>
      rejection(client('websets').cancel({ ...ref, enrichment: '..' }), isInvalidArgumentError),
    ),
    await claim('redirect refused', () => rejection(client('redirecting').cancel(ref), isRedirectError)),
    await claim('stalled body', () =>
      rejection(
        client('stalled', STALLED_MS).cancel(ref),
        (error) => isTimeoutError(error) && error.phase === 'body',
      ),
    ),
    await claim('abort', () => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 100);
      return rejection(client('stalled').cancel(ref, { signal: controller.signal }), isAbortedError);
    }),
    await claim('wrong body', () => rejection(client('hello').cancel(ref), isResponseValidationError)),
    await claim('gzip bomb', () => rejection(client('bomb').cancel(ref), isResponseTooLargeError)),
    await claim('cancelMany', async () => {
      let count = 0;
      for await (const result of client('websets').cancelMany([ref, { ...ref, enrichment: 'nowhere' }])) {
        count += result.ok ? 1 : 100;
      }
      return expect(count === 101, 'one fine, one not found');
    }),
    await claim('raw', async () => {
      const { data } = await client('websets').raw.GET('/v0/websets/{webset}/enrichments/{id}', {
        params: { path: { webset: ref.webset, id: ref.enrichment } },
      });
      return expect(data?.status === 'canceled', String(data?.status));
    }),
  ];
}

function expect(holds: boolean, detail: string): string {
  if (!holds) throw new Error(detail);
  return detail;
}

/** Resolves if the call is rejected with the right kind of error, and soon. */
async function rejection(call: Promise<unknown>, isRight: (error: unknown) => boolean): Promise<string> {
  const started = Date.now();
  const error = await call.then(
    (value) => new Error(`resolved with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  return expect(isRight(error) && Date.now() - started < PROMPT_MS, String(error));
}
