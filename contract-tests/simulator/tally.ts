import { type FaultName, faultNames, scenarioNames } from 'exa-enrichments/simulator';
import { type State, states, transitions } from './machine.ts';

/** What the walks came by, for the table at the end. */
export interface Tally {
  walks: number;
  requests: number;
  /** Those of them that the contract judged. */
  described: number;
  readonly scenarios: Set<string>;
  readonly states: Set<State>;
  readonly transitions: Set<string>;
  /** How often each fault struck an answer that was then found to be broken. */
  readonly struck: Map<FaultName, number>;
  readonly caughtBy: Map<FaultName, string>;
}

export function createTally(): Tally {
  return {
    walks: 0,
    requests: 0,
    described: 0,
    scenarios: new Set(),
    states: new Set(),
    transitions: new Set(),
    struck: new Map(),
    caughtBy: new Map(),
  };
}

export function tallyTable(tally: Tally): string {
  const { walks, requests, described, scenarios, struck, caughtBy } = tally;
  const rows: readonly (readonly [string, string])[] = [
    ['walks', count(walks)],
    ['requests', `${count(requests)}, of which ${count(described)} judged by the contract`],
    ['scenarios', `${scenarios.size} of ${scenarioNames.length}`],
    ['states', `${tally.states.size} of ${states.length}`],
    ['transitions', `${tally.transitions.size} of ${transitions.length}`],
    ['faults', `${caughtBy.size} of ${faultNames.length} caught`],
    ...faultNames.map((name): [string, string] => [
      `  ${name}`,
      `${caughtBy.get(name) ?? 'nobody'}${struck.has(name) ? `, and ${count(struck.get(name))} times on walks` : ''}`,
    ]),
  ];
  return `\n${rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join('\n')}\n`;
}

function count(number = 0): string {
  return number.toLocaleString('en');
}
