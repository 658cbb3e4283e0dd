// Puts references into the queue: `node enqueue.js < refs.ndjson`, a line {"webset": "...", "enrichment": "..."} each.
import { createInterface } from 'node:readline';
import { Queue } from 'bullmq';
import { connect, QUEUE } from './settings.js';

const connection = connect();
const queue = new Queue(QUEUE, { connection });

/** A job is its reference: what is there, waiting or done, is not put there again. */
function jobOf(line) {
  const { webset, enrichment } = JSON.parse(line);
  if (typeof webset !== 'string' || typeof enrichment !== 'string')
    throw new Error(`not a reference: ${line}`);
  return {
    name: 'cancel',
    data: { webset, enrichment },
    opts: {
      jobId: encodeURIComponent(JSON.stringify([webset, enrichment])),
      attempts: 10,
      backoff: { type: 'exponential', delay: 2_000 },
      removeOnComplete: false,
      removeOnFail: false,
    },
  };
}

let jobs = [];
let read = 0;
async function add() {
  await queue.addBulk(jobs);
  jobs = [];
}
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  jobs.push(jobOf(line));
  read += 1;
  if (jobs.length === 500) await add();
}
await add();
console.log(`${read} read; ${JSON.stringify(await queue.getJobCounts())}`);
await queue.close();
connection.disconnect();
