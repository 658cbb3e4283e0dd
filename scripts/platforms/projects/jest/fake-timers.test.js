import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createClient } from 'exa-enrichments';
import { createSimulator } from 'exa-enrichments/simulator';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('`cancelAndWait` ends when the timers are advanced', async () => {
  const simulator = createSimulator({ clock: 'manual', timings: { cancelTakes: 60_000 } });
  const exa = createClient({ apiKey: 'not-a-real-key', fetch: simulator.fetch });
  let ended;
  exa.cancelAndWait(simulator.running).then(
    (outcome) => {
      ended = outcome;
    },
    (error) => {
      ended = error;
    },
  );
  for (let seconds = 0; seconds < 120 && !ended; seconds++) {
    simulator.advance(1000);
    await jest.advanceTimersByTimeAsync(1000);
  }
  expect(ended).toMatchObject({ outcome: 'canceled' });
});

test('a wait ends by its own timeout when the timers are advanced', async () => {
  const simulator = createSimulator({ clock: 'manual', timings: { cancelTakes: 600_000 } });
  const exa = createClient({ apiKey: 'not-a-real-key', fetch: simulator.fetch });
  const waiting = expect(exa.cancelAndWait(simulator.running, { timeout: 30_000 })).rejects.toMatchObject({
    code: 'cancel-not-confirmed',
  });
  await jest.advanceTimersByTimeAsync(31_000);
  await waiting;
});
