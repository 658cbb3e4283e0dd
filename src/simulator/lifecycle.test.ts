import { describe, expect, it } from '@jest/globals';
import type { Verdict } from './assumptions.ts';
import { askCancel, type EnrichmentState, settle, startEnrichment, type Timings } from './lifecycle.ts';
import { behave, type ScenarioName } from './scenarios.ts';

const START = Date.UTC(2026, 0, 15, 9, 30);

function started(timings: Partial<Timings>, scenario: ScenarioName = 'async-cancel'): EnrichmentState {
  const behaviour = behave({ timings, scenario });
  return startEnrichment({ id: 'e', websetId: 'w', description: 'Where is it?' }, behaviour, START);
}

/** Cancels after `cancelAt` ms if given, and reads after `readAt` ms. */
function play(state: EnrichmentState, cancelAt: number | null, readAt: number): Record<string, unknown> {
  const canceled =
    cancelAt === null ? state : askCancel(settle(state, START + cancelAt), START + cancelAt).state;
  const { status, title, instructions, updatedAt } = settle(canceled, START + readAt).enrichment;
  return { status, title, written: instructions !== null, updated: Date.parse(updatedAt) - START };
}

const running = { status: 'pending', title: null, written: false, updated: 0 };
const written = { status: 'pending', title: 'Where is it', written: true, updated: 3_000 };

describe('an enrichment, read after some time', () => {
  it.each<[string, Partial<Timings>, number | null, number, Record<string, unknown>]>([
    ['has no title at first', {}, null, 2_999, running],
    ['has title and instructions once they are written', {}, null, 3_000, written],
    ['runs on if nobody cancels it', {}, null, 86_400_000, written],
    [
      'is completed when its time is over, title and all',
      { runsFor: 1_000 },
      null,
      1_000,
      { ...written, status: 'completed', updated: 1_000 },
    ],
    ['is still pending right after the cancel', {}, 1_000, 1_000, running],
    ['gets its title although a cancel was asked for', {}, 1_000, 3_000, written],
    ['is still pending just before the cancel takes hold', {}, 1_000, 6_999, written],
    [
      'is canceled when the cancel takes hold',
      {},
      1_000,
      7_000,
      { status: 'canceled', title: '[Deprecated]', written: true, updated: 7_000 },
    ],
    [
      'says when it was canceled, however late it is read',
      {},
      1_000,
      86_400_000,
      { status: 'canceled', title: '[Deprecated]', written: true, updated: 7_000 },
    ],
    [
      'is canceled at once where a cancel takes no time',
      { cancelTakes: 0 },
      500,
      500,
      { status: 'canceled', title: '[Deprecated]', written: false, updated: 500 },
    ],
    [
      'ends completed if that comes before the cancel takes hold',
      { runsFor: 6_500 },
      1_000,
      60_000,
      { ...written, status: 'completed', updated: 6_500 },
    ],
    [
      'ends completed if both come at once: the cancel has lost the race',
      { runsFor: 7_000 },
      1_000,
      60_000,
      { ...written, status: 'completed', updated: 7_000 },
    ],
    [
      'ends canceled if that comes before it completes',
      { runsFor: 7_001 },
      1_000,
      60_000,
      { status: 'canceled', title: '[Deprecated]', written: true, updated: 7_000 },
    ],
    [
      'ends completed because of the cancel where it is told to',
      { completesAfterCancel: 3_000 },
      1_000,
      60_000,
      { ...written, status: 'completed', updated: 4_000 },
    ],
    ['never ends where a cancel never takes hold', { cancelTakes: null }, 1_000, 86_400_000, written],
    ['never gets a title where none is ever written', { writesAfter: null }, null, 86_400_000, running],
  ])('%s', (_, timings, cancelAt, readAt, want) => {
    expect(play(started(timings), cancelAt, readAt)).toEqual(want);
  });
});

describe('a cancel that nobody has observed', () => {
  const secondCancel = (scenario: ScenarioName, pause: number): unknown => {
    const once = settle(askCancel(started({}, scenario), START).state, START + pause);
    const { state, verdict, assumed } = askCancel(once, START + pause);
    return { verdict, assumed, changed: state !== once };
  };

  it.each<[ScenarioName, number, Verdict]>([
    ['async-cancel', 1_000, 200],
    ['second-cancel-200', 1_000, 200],
    ['second-cancel-400', 1_000, 400],
    ['second-cancel-409', 1_000, 409],
    ['second-cancel-409', 60_000, 409],
  ])(
    'a second one in the scenario %s, %d ms later, answers %d, says that this is assumed, and changes nothing',
    (scenario, pause, verdict) => {
      expect(secondCancel(scenario, pause)).toEqual({ verdict, assumed: 'secondCancel', changed: false });
    },
  );

  it.each<[ScenarioName, Verdict]>([
    ['cancel-completed-200', 200],
    ['cancel-completed-400', 400],
    ['cancel-completed-409', 409],
  ])(
    'one of a completed enrichment in the scenario %s answers %d, says that this is assumed, and changes nothing',
    (scenario, verdict) => {
      const completed = settle(started({}, scenario), START);
      const outcome = askCancel(completed, START);

      expect(completed.enrichment.status).toBe('completed');
      expect(outcome).toEqual({ state: completed, verdict, assumed: 'cancelCompleted' });
    },
  );

  it('does not start the cancel anew: the first one still takes hold when it would have', () => {
    const once = askCancel(started({}), START).state;
    const twice = askCancel(settle(once, START + 5_000), START + 5_000).state;

    expect(settle(twice, START + 6_000).enrichment.status).toBe('canceled');
  });
});
