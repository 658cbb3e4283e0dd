import { bundledContract, type Finding, verifyExchange } from 'exa-enrichments/contract';
import type { SeenExchange } from 'exa-enrichments/simulator';
import { exchangeOfSeen } from './exchange-of-seen.ts';

const described: ReadonlySet<string | undefined> = new Set(
  bundledContract.operations.map(({ operationId }) => operationId),
);

/** Whether the contract has a say in it: the neighbours are not described. */
export function isDescribed({ entry }: SeenExchange): boolean {
  return described.has(entry.operationId);
}

/**
 * What the contract says of an answer. Requests are none of the simulator's doing, as long as it does not take one that
 * the contract refuses. Left out is the one finding that
 * is meant: an answer that rests on an assumption is marked by a header, and nothing documents that header.
 */
export function judgeSeen(seen: SeenExchange): readonly Finding[] {
  const isAssumed = seen.entry.assumed !== undefined;
  return verifyExchange(bundledContract, exchangeOfSeen(seen), { undocumented: 'error' }).filter(
    (finding) =>
      (finding.target === 'response' || seen.response.status === 200) && !(isAssumed && isMark(finding)),
  );
}

function isMark({ check, severity, dataPath }: Finding): boolean {
  return (
    check === 'response-headers-conformance' &&
    severity === 'info' &&
    dataPath === 'header:x-simulator-assumption'
  );
}
