// Tells what becomes of the jobs, by BullMQ's events, until none is left.
import { Queue, QueueEvents } from 'bullmq';
import { connect, QUEUE } from './settings.js';

const connection = connect();
const events = new QueueEvents(QUEUE, { connection: connect() });
const queue = new Queue(QUEUE, { connection });
events.on('progress', ({ jobId, data }) => console.log(`${decodeURIComponent(jobId)} ${data.status}`));
events.on('completed', ({ jobId, returnvalue }) =>
  console.log(`${decodeURIComponent(jobId)} ${returnvalue.outcome}`),
);
events.on('failed', ({ jobId, failedReason }) =>
  console.log(`${decodeURIComponent(jobId)} failed: ${failedReason}`),
);
events.on('drained', () => console.log('nothing waits any more'));
console.log(JSON.stringify(await queue.getJobCounts()));
