import type { ContractData } from '../../src/contract/contract.ts';

/** What the client must be able to judge: the body schema of each success, as export name -> schema id. */
export function successSchemas({ operations, schemas }: ContractData): Record<string, string> {
  const exports: Record<string, string> = {};
  for (const { responses } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      const ids = status.startsWith('2') ? Object.values(response.content).map((media) => media.schema) : [];
      for (const id of ids)
        if (id !== null) exports[`validate${schemas[id]?.name.replace(/\W+/g, '_')}`] = id;
    }
  }
  return exports;
}

/** What the client must know of each operation: `METHOD path template` -> operation id. */
export function operationIds({ operations }: ContractData): Record<string, string> {
  return Object.fromEntries(
    operations.map(({ method, path, operationId }) => [
      `${method} ${path}`,
      operationId ?? `${method} ${path}`,
    ]),
  );
}
