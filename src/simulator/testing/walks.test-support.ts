import { afterAll, describe, expect, it } from '@jest/globals';
import {
  assert,
  asyncModelRun,
  asyncProperty,
  commands,
  constant,
  constantFrom,
  nat,
  record,
} from 'fast-check';
import type { Assumptions, SeenExchange, Timings } from '../index.ts';
import {
  advance,
  cancel,
  cancelWebset,
  create,
  type Model,
  type Real,
  read,
  stray,
} from './commands.test-support.ts';
import { modelStates, pass, transitions } from './model.test-support.ts';
import { stepped } from './stepped.test-support.ts';

/** Far more than a busy machine needs, in milliseconds: all walks are walked, and what hangs ends as a failure. */
const LIMIT = 300_000;

/** Short and few: events that fall together, or in the other order, are what could go wrong. */
const timings = record({
  writesAfter: constantFrom(null, 0, 20, 60),
  runsFor: constantFrom(null, 0, 10, 50, 100),
  cancelTakes: constantFrom(null, 0, 20, 50),
  completesAfterCancel: constantFrom(null, null, 0, 20, 40),
});
const verdict = constantFrom(200, 400, 409);
const assumptions = record({
  secondCancel: verdict,
  cancelCompleted: verdict,
  oddBody: constantFrom(400, 422),
});
const walk = commands(
  [
    nat(40).map(advance),
    constantFrom(0, 10, 20, 50).map(advance),
    nat(3).map(read),
    nat(3).map(cancel),
    nat(3).map(cancel),
    constant(create()),
    constant(cancelWebset()),
    nat(6).map(stray),
  ],
  { maxCommands: 30, size: '+1' },
);

/** Walks at random through the simulator, so many times, and prints which transitions were made. */
export function testWalks(count: number): void {
  const covered = new Map<string, number>();
  let walks = 0;
  let steps = 0;

  function note(transition: string): void {
    covered.set(transition, (covered.get(transition) ?? 0) + 1);
  }

  function start(timings: Timings, assumptions: Assumptions): { model: Model; real: Real } {
    const seen: SeenExchange[] = [];
    const onExchange = (exchange: SeenExchange): void => {
      seen.push(exchange);
      steps += 1;
    };
    const simulator = stepped({ timings, assumptions, rateLimit: 'off', onExchange });
    const { webset, enrichment: id } = simulator.running;
    const now = simulator.now();
    const first = { id, createdAt: now, timings, state: 'running' as const, askedAt: undefined };
    pass(first, now, note);
    walks += 1;
    return {
      model: { webset, assumptions, enrichments: [first], note, now },
      real: { simulator, seen, last: new Map() },
    };
  }

  describe('no sequence of calls', () => {
    it(
      'leaves the observed state machine, or the contract',
      async () => {
        await assert(
          asyncProperty(timings, assumptions, walk, (timings, assumptions, steps) =>
            asyncModelRun(() => start(timings, assumptions), steps),
          ),
          { numRuns: count, interruptAfterTimeLimit: LIMIT, markInterruptAsFailure: true },
        );
        expect(walks).toBeGreaterThanOrEqual(count);
      },
      LIMIT * 2,
    );

    it('was left out: every transition that there is was made', () => {
      expect([...covered.keys()].toSorted()).toEqual(transitions.toSorted());
    });
  });

  afterAll(() => {
    const rows = transitions.map((name) => `  ${String(covered.get(name) ?? 0).padStart(8)}  ${name}`);
    const summary = `${walks} walks, ${steps} requests; ${modelStates.length} states, ${covered.size} of ${transitions.length} transitions:`;
    process.stdout.write(`${summary}\n${rows.join('\n')}\n`);
  });
}
