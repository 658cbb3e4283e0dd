import { setTimeout as delay } from 'node:timers/promises';

/**
 * Gives out one turn after the other, each so many milliseconds after the last, by the clock of Redis. BullMQ's own
 * limiter counts jobs, and a job makes several requests; limiters that count within a second let twice as many through
 * where two seconds meet.
 */
const NEXT_TURN = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0))
redis.call('SET', KEYS[1], turn + ARGV[1], 'PX', turn - now + ARGV[1] + 1000)
return turn - now`;

/** A `fetch` for the client that waits for its turn among all processes of a key. */
export function pacedFetch(redis, name, requestsPerSecond) {
  // A fifth more apart than it would have to be: what is sent evenly arrives less so.
  const apart = Math.ceil(1200 / requestsPerSecond);
  redis.defineCommand('nextTurn', { numberOfKeys: 1, lua: NEXT_TURN });
  return async (request, init) => {
    await delay(await redis.nextTurn(`pace:${name}`, apart), undefined, { signal: init.signal });
    return fetch(request, init);
  };
}
