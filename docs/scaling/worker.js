// Cancels what is in the queue, and waits until each has ended. Start as many as you like: together they keep the pace.
import { UnrecoverableError, Worker } from 'bullmq';
import { createClient, isExaError, isTimeoutError } from 'exa-enrichments';
import { pacedFetch } from './pace.js';
import { CONCURRENCY, connect, QUEUE, REQUESTS_PER_SECOND, SETTLES_MS } from './settings.js';

/** A wait of a client's call includes the one for its turn, which is long where many wait. */
const PATIENCE_MS = 10 * 60_000;
const connection = connect();
const pace = connect();
const exa = createClient({
  baseUrl: process.env.EXA_BASE_URL,
  fetch: pacedFetch(pace, QUEUE, REQUESTS_PER_SECOND),
  requestsPerSecond: 'unlimited',
  timeout: PATIENCE_MS,
  totalTimeout: PATIENCE_MS,
});

/** What no further try mends. */
const FINAL = [
  'invalid-argument',
  'configuration',
  'authentication',
  'payment-required',
  'permission-denied',
  'not-found',
  'bad-request',
  'unprocessable-entity',
];

async function cancel(job) {
  const { webset, enrichment, begun } = job.data;
  const ref = { webset, enrichment };
  const onPoll = ({ enrichment: { status } }) => void job.updateProgress({ status }).catch(() => {});
  if (begun) {
    const ended = await endOf(ref, onPoll);
    if (ended !== undefined) return ended;
  }
  // Written down before it is sent: whoever takes the job over after a crash reads before it sends.
  await job.updateData({ ...job.data, begun: true });
  const { outcome } = await exa.cancelAndWait(ref, { onPoll, timeout: PATIENCE_MS });
  return { outcome };
}

/** How an enrichment ended of which a cancel may have been sent; undefined where it goes on, so that none arrived. */
async function endOf(ref, onPoll) {
  try {
    const { outcome } = await exa.waitForEnd(ref, { onPoll, timeout: SETTLES_MS });
    return { outcome, settled: 'by reading' };
  } catch (error) {
    if (isTimeoutError(error)) return undefined;
    throw error;
  }
}

const worker = new Worker(
  QUEUE,
  async (job) => {
    try {
      return await cancel(job);
    } catch (error) {
      if (isExaError(error) && FINAL.includes(error.code)) throw new UnrecoverableError(error.message);
      throw error;
    }
  },
  {
    connection,
    concurrency: CONCURRENCY,
    // A job makes two requests at the least: more of them begun would only wait for their turn.
    limiter: { max: 1, duration: Math.ceil(2000 / REQUESTS_PER_SECOND) },
    // A job may be taken over as often as workers die.
    maxStalledCount: 1_000,
    stalledInterval: 5_000,
    lockDuration: 10_000,
  },
);
worker.on('error', ({ message }) => console.error(`worker: ${message}`));
worker.on('failed', (job, error) => console.error(`${job?.data.enrichment}: ${error.message}`));

let closing;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    // What runs is finished; a second signal ends at once, and the next worker reads first.
    if (closing !== undefined) process.exit(130);
    closing = worker.close().then(() => {
      connection.disconnect();
      pace.disconnect();
    });
  });
}
