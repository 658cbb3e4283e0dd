import { afterAll, describe, expect, it } from '@jest/globals';
import {
  createSimulator,
  type FaultName,
  faultNames,
  faults,
  type SeenExchange,
  type SimulatorOptions,
  scenarioNames,
} from 'exa-enrichments/simulator';
import { assert, asyncProperty, constantFrom } from 'fast-check';
import { options, steps } from './arbitrary-walk.ts';
import { clientFinds } from './client-finds.ts';
import { isDescribed, judgeSeen } from './judge-seen.ts';
import { states, transitions } from './machine.ts';
import { createTally, tallyTable } from './tally.ts';
import { type Step, type Walk, walk } from './walk.ts';

/** Far more than a busy machine needs, in milliseconds: all walks are walked, and what hangs ends as a failure. */
const LIMIT = 300_000;
const AT_MOST = { interruptAfterTimeLimit: LIMIT, markInterruptAsFailure: true } as const;

/** Faults that break the contract, and faults that only the client can see: the errors of the API are documented. */
const visible = faultNames.filter((name) => faults[name].foundBy !== 'client');
const invisible = faultNames.filter((name) => faults[name].foundBy === 'client');

/** Walks at random through the simulator, so many times, and finds each fault; prints what it came by. */
export function testConformance({
  walks,
  faulty,
}: {
  readonly walks: number;
  readonly faulty: number;
}): void {
  const tally = createTally();

  afterAll(() => {
    process.stdout.write(tallyTable(tally));
  });

  async function walked(options: SimulatorOptions, steps: readonly Step[]): Promise<Walk> {
    const done = await walk(options, steps);
    tally.walks += 1;
    tally.requests += done.seen.length;
    tally.described += done.seen.filter(isDescribed).length;
    return done;
  }

  describe('on a random walk through the simulator', () => {
    it(
      'every answer is as the contract says, and no enrichment leaves the observed lifecycle',
      async () => {
        await assert(
          asyncProperty(options, steps, async (options, steps) => {
            const { seen, ...walk } = await walked(options, steps);
            const findings = seen.filter(isDescribed).flatMap(judgeSeen);
            const strange = walk.transitions.filter((transition) => !transitions.includes(transition));
            expect({ findings, strange }).toEqual({ findings: [], strange: [] });
            tally.scenarios.add(options.scenario ?? '');
            for (const state of walk.states) tally.states.add(state);
            for (const transition of walk.transitions) tally.transitions.add(transition);
          }),
          { numRuns: walks, ...AT_MOST },
        );
      },
      LIMIT * 2,
    );

    it('as many walks were walked as were asked for', () => {
      expect(tally.walks).toBeGreaterThanOrEqual(walks);
      expect(tally.described).toBeGreaterThan(walks);
    });

    it('every scenario was played, and every state and transition that there is was met', () => {
      expect([...tally.scenarios].toSorted()).toEqual([...scenarioNames].toSorted());
      expect([...tally.states].toSorted()).toEqual([...states].toSorted());
      expect([...tally.transitions].toSorted()).toEqual([...transitions].toSorted());
    });

    it(
      'a fault is found by the check that is meant to, and what it does not strike is fine',
      async () => {
        await assert(
          asyncProperty(options, steps, constantFrom(...visible), async (options, steps, fault) => {
            const faulty = { ...options, faults: [{ fault, probability: 0.3 }] };
            const { seen } = await walked(faulty, steps);
            for (const each of seen.filter(isDescribed)) {
              const checks = judgeSeen(each).map(({ check }) => check);
              // The script has errors of the API, which are as the contract says.
              const isStruck = each.entry.fault === fault;
              if (isStruck) expect(checks).toContain(faults[fault].foundBy);
              else expect(checks).toEqual([]);
              if (isStruck) tally.struck.set(fault, (tally.struck.get(fault) ?? 0) + 1);
            }
          }),
          { numRuns: faulty, ...AT_MOST },
        );
      },
      LIMIT * 2,
    );
  });

  describe('the fault', () => {
    it.each(visible)('%s is found in a cancel and in a read by the check that is meant to', async (fault) => {
      const seen: SeenExchange[] = [];
      const simulator = createSimulator({
        clock: 'manual',
        faults: [{ fault }],
        onExchange: (each) => seen.push(each),
      });
      const { webset, enrichment } = simulator.running;
      const address = `https://api.exa.ai/websets/v0/websets/${webset}/enrichments/${enrichment}`;
      const init = { headers: { 'x-api-key': 'a-key' }, redirect: 'manual' } as const;
      await simulator.fetch(`${address}/cancel`, { ...init, method: 'POST' });
      await simulator.fetch(address, init);

      expect(seen).toHaveLength(2);
      for (const each of seen) {
        expect(new Set(judgeSeen(each).map(({ check }) => check))).toEqual(new Set([faults[fault].foundBy]));
      }
      tally.caughtBy.set(fault, faults[fault].foundBy);
    });

    it.each(invisible)('%s is found by the client', async (fault) => {
      const error = await clientFinds(fault);

      expect(error).toBe(errorOf[fault]);
      tally.caughtBy.set(fault, `the client: ${error}`);
    });
  });
}

/** What the client says of each: of an error of the API, of which kind it is. */
const errorOf: Partial<Record<FaultName, string>> = {
  delay: 'TimeoutError',
  drip: 'TimeoutError',
  silence: 'TimeoutError',
  stall: 'TimeoutError',
  reset: 'ConnectionError',
  cut: 'ConnectionError',
  'gzip-bomb': 'ResponseTooLargeError',
  'bad-request': 'BadRequestError',
  'bad-key': 'BadRequestError',
  unauthorized: 'AuthenticationError',
  'no-credits': 'PaymentRequiredError',
  'budget-exceeded': 'PaymentRequiredError',
  'team-budget-exceeded': 'PaymentRequiredError',
  'feature-disabled': 'PermissionDeniedError',
  'not-found': 'NotFoundError',
  conflict: 'ConflictError',
  unprocessable: 'UnprocessableEntityError',
  'rate-limited': 'RateLimitError',
  'rate-limited-bare': 'RateLimitError',
  'internal-error': 'ServerError',
  'internal-error-service': 'ServerError',
  'bad-gateway': 'ServerError',
  overloaded: 'ServerError',
  'deadline-exceeded': 'ServerError',
};
