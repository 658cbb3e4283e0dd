import { Redis } from 'ioredis';

/**
 * One queue for each API key, so that all who share the key share the pace: the name is yours, and never the key itself.
 *
 * REDIS_URL, EXA_KEY_NAME, REQUESTS_PER_SECOND (10 is what a key may make, as published), CONCURRENCY (jobs at a time in
 * a worker) and SETTLES_MS (how long a cancel that may have been sent is watched before it is sent again).
 */
const { REDIS_URL = 'redis://127.0.0.1:6379', EXA_KEY_NAME = 'default' } = process.env;

export const QUEUE = `exa-cancel-${EXA_KEY_NAME}`;
export const REQUESTS_PER_SECOND = Number(process.env.REQUESTS_PER_SECOND ?? 10);
export const CONCURRENCY = Number(process.env.CONCURRENCY ?? 20);
export const SETTLES_MS = Number(process.env.SETTLES_MS ?? 30_000);

/** BullMQ asks for connections that wait for Redis to come back, however often it takes. */
export function connect() {
  const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
  // Told once; ioredis goes on trying.
  redis.once('error', (error) => console.error(`redis: ${error.message}`));
  redis.on('error', () => {});
  return redis;
}
