import type { FindingDraft } from '../check.ts';
import type { Contract } from '../contract.ts';
import type { Exchange } from '../exchange.ts';
import { matchOperation } from '../match-operation.ts';

/** The request is one that the description knows. Runs where no operation was found. */
export function undocumentedOperation(contract: Contract, { request }: Exchange): FindingDraft {
  const methods = otherMethods(contract, request.method, request.url);
  return {
    message:
      methods.length === 0
        ? 'The description has no operation for this path.'
        : `The description has this path, but not this method: only ${methods.join(', ')}.`,
    target: 'request',
    received: `${request.method} ${request.url}`,
  };
}

function otherMethods(contract: Contract, method: string, url: string): string[] {
  const methods = new Set(contract.operations.map((operation) => operation.method));
  return [...methods].filter(
    (other) => other !== method && matchOperation(contract, other, url) !== undefined,
  );
}
