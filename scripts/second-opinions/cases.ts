import {
  type FaultName,
  faultNames,
  faults,
  type Simulator,
  type SimulatorOptions,
  scenarioNames,
} from '../../src/simulator/index.ts';

/** Traffic that is judged as one. */
export interface Case {
  /** Its row in docs/second-opinions.md. */
  readonly traffic: string;
  /** A simulator for each. */
  readonly situations: readonly SimulatorOptions[];
  ask(simulator: Simulator, address: string): Promise<unknown>;
}

const withKey = { headers: { 'x-api-key': 'a-key' }, redirect: 'manual' } as const;

/** A cancel and a read. */
async function cancelAndRead({ fetch }: Simulator, address: string): Promise<void> {
  await (await fetch(`${address}/cancel`, { ...withKey, method: 'POST' })).text();
  await (await fetch(address, withKey)).text();
}

/** Faults that leave a whole exchange; of the others there is nothing to judge. */
const visible: readonly FaultName[] = faultNames.filter((name) => faults[name].foundBy !== 'client');

export const cases: readonly Case[] = [
  {
    traffic: 'every scenario, nothing broken',
    situations: scenarioNames.map((scenario) => ({ scenario })),
    ask: cancelAndRead,
  },
  {
    traffic: 'a request without a key, answered 401',
    situations: [{}],
    ask: ({ fetch }, address) => fetch(address),
  },
  {
    traffic: 'a call that the fragment does not describe',
    situations: [{}],
    ask: ({ fetch }, address) => fetch(address.replace(/\/enrichments.*/, ''), withKey),
  },
  ...visible.map((fault) => ({
    traffic: `\`${fault}\``,
    situations: [{ faults: [{ fault }] }],
    ask: cancelAndRead,
  })),
  {
    traffic: '`bad-date` with a word for a date',
    situations: [{ faults: [{ fault: 'bad-date', value: 'soon' }] }],
    ask: cancelAndRead,
  },
];
