// Bull Board on the loopback: http://127.0.0.1:3000
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express from 'express';
import { connect, QUEUE } from './settings.js';

const serverAdapter = new ExpressAdapter();
createBullBoard({ queues: [new BullMQAdapter(new Queue(QUEUE, { connection: connect() }))], serverAdapter });
const port = Number(process.env.PORT ?? 3000);
express()
  .use('/', serverAdapter.getRouter())
  .listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
