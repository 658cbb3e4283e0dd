import type { Contract } from '../contract.ts';
import { type ContractPoints, contractPoints } from '../coverage/points.ts';
import type { Finding } from '../finding.ts';
import { sha256Of } from '../judge/fingerprint.ts';
import type { ReportedContract } from '../report.ts';

/** A contract with servers of its own. */
export interface ServedContract {
  readonly contract: Contract;
  /** URLs of further servers of it. The path of each is its base path. */
  readonly servers?: readonly string[];
}

/**
 * What exchanges are held against. Of several contracts each exchange belongs to one: to the one that documents it; where
 * several do, to the one with the longer base path, else to the one with a server of its own that it went to.
 */
export type Contracts = Contract | readonly (Contract | ServedContract)[];

/** A contract of a run. */
export interface RunContract {
  readonly contract: Contract;
  /** What findings and reports of several call it; no two are called alike. */
  readonly name: string;
  readonly servers: readonly string[];
}

/**
 * The contracts of a run, in the order given.
 *
 * @throws TypeError where there is none, or one twice
 */
export function runContracts(given: Contracts): readonly RunContract[] {
  const all = (isList(given) ? given : [given]).map(
    (each): Required<ServedContract> =>
      'contract' in each ? { servers: [], ...each } : { contract: each, servers: [] },
  );
  if (all.length === 0)
    throw new TypeError('No contract is given: there is nothing to hold exchanges against.');
  const twice = all.find(({ contract }, at) => all.findIndex((one) => isSame(one.contract, contract)) < at);
  if (twice !== undefined)
    throw new TypeError(`The contract ${titleOf(twice.contract)} is given twice: give it once.`);
  const names = namesOf(all.map(({ contract }) => contract));
  return all.map((each, at) => ({ ...each, name: names[at] as string }));
}

function isList(given: Contracts): given is readonly (Contract | ServedContract)[] {
  return Array.isArray(given);
}

function isSame(one: Contract, other: Contract): boolean {
  return one === other || one.sha256 === other.sha256;
}

function titleOf({ title }: Contract): string {
  return title === '' ? 'without title' : title;
}

/** Titles; where two have the same one their versions as well, and where these are one, too, what tells them for certain. */
function namesOf(contracts: readonly Contract[]): string[] {
  const titles = contracts.map(titleOf);
  const versioned = contracts.map((each) => `${titleOf(each)} ${each.version}`);
  const isAlone = (all: readonly string[], name: string): boolean =>
    all.filter((each) => each === name).length === 1;
  return contracts.map(({ sha256 }, at) => {
    const [title, whole] = [titles[at] as string, versioned[at] as string];
    if (isAlone(titles, title)) return title;
    return isAlone(versioned, whole) ? whole : `${whole} (${sha256.slice(0, 8)})`;
  });
}

/** What a report names as that which exchanges were held against: of several all, with one digest. */
export function reportedContract(contracts: readonly RunContract[]): ReportedContract {
  const all = contracts.map(({ contract }) => contract);
  const [first] = all;
  if (first !== undefined && all.length === 1)
    return { title: first.title, version: first.version, sha256: first.sha256 };
  return {
    title: contracts.map(({ name }) => name).join(', '),
    version: all.map(({ version }) => version).join(', '),
    sha256: sha256Of(all.map(({ sha256 }) => sha256).join('\n')),
  };
}

/**
 * A finding as one of a contract among several; as it is where there is no name. What is told once a run, or of no place,
 * may be told of each of them: a waiver of one is none of another.
 */
export function findingOf(contract: string | undefined, finding: Finding): Finding {
  if (contract === undefined) return finding;
  const fingerprint = sha256Of(JSON.stringify([finding.fingerprint, contract])).slice(0, 16);
  return { ...finding, contract, fingerprint };
}

const points = new WeakMap<Contract, ContractPoints>();

/** What recordings can show of a contract, made once: it takes its time for a large one. */
export function pointsOf(contract: Contract): ContractPoints {
  const known = points.get(contract) ?? contractPoints(contract);
  points.set(contract, known);
  return known;
}
