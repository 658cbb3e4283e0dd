import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type BulkCancel, startBulkCancel, tally } from './bulk-cancel.ts';
import { killCommands, runCommand, startCommand } from './running-command.ts';

const REFERENCES = 200;
const POINTS = 20;
const CANCEL_TAKES = 100;

const runs: BulkCancel[] = [];
afterEach(async () => {
  killCommands();
  await Promise.all(runs.splice(0).map((run) => run.close()));
});

/** Cancels all, and is killed at twenty points before it gets through. */
async function runKilled(...wait: readonly string[]): Promise<void> {
  const run = await startBulkCancel(REFERENCES, {
    rateLimit: 'off',
    timings: { cancelTakes: CANCEL_TAKES },
  });
  runs.push(run);
  const args = [...run.args, ...wait, '--requests-per-second', 'unlimited'];
  for (let point = 0; point < POINTS; point++) {
    const { process: child, end, text } = startCommand([...args, '--concurrency', '16']);
    // From among the first requests to among the reads after them; as one comes, as it is answered, and after that.
    run.atRequest(3 + ((7 * point) % POINTS), () =>
      point % 3 === 0 ? child.kill('SIGKILL') : setTimeout(() => child.kill('SIGKILL'), (point % 3) * 4),
    );
    expect([point, await end, text.err]).toEqual([point, 'SIGKILL', expect.any(String)]);
    // What the server got goes on without the client. A moment, for what is still in the socket.
    await sleep(20);
    run.simulator.advance(CANCEL_TAKES);
    await expectTruth(run);
  }
  const { code, out } = await runCommand([...args, '--concurrency', '100']);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^200 references: /) });

  run.simulator.advance(CANCEL_TAKES);
  await expectTruth(run);
  // Nothing is lost, and nothing was sent twice: a read could settle each.
  expect(run.states()).toEqual({ canceled: REFERENCES });
  expect(tally(Object.values(run.cancels()).map(String))).toEqual({ 1: REFERENCES });
  const last = [...(await run.journal()).values()];
  expect(last).toHaveLength(REFERENCES);
  expect(last.filter((outcome) => outcome !== 'accepted' && outcome !== 'canceled')).toEqual([]);

  const requests = run.simulator.requestCount;
  expect(await runCommand(args)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^200 references: 200 settled before \(/),
  });
  expect(run.simulator.requestCount).toBe(requests);
}

/** Nothing is reported as done that is not, and nothing was sent of which the journal does not tell. */
async function expectTruth(run: BulkCancel): Promise<void> {
  const journal = await run.journal();
  const [webset] = run.simulator.websets;
  const canceled = new Set(
    webset?.enrichments.filter(({ status }) => status === 'canceled').map(({ id }) => id),
  );
  const done = [...journal].filter(([, outcome]) => outcome === 'accepted' || outcome === 'canceled');
  expect(done.filter(([id]) => !canceled.has(id))).toEqual([]);
  expect(Object.keys(run.cancels()).filter((id) => !journal.has(id))).toEqual([]);
}

describe('a run over many that is killed at twenty points', () => {
  it('gets through all the same, with --wait and without, where second cancels are refused', async () => {
    // Side by side: most of it is waiting.
    await Promise.all([runKilled(), runKilled('--wait')]);
  }, 150_000);
});
