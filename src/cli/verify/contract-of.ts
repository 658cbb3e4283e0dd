import { bundledContract } from '../../contract/bundled-contract.ts';
import type { Contract } from '../../contract/contract.ts';

/** ajv is loaded only for a description that was not compiled ahead. @throws DescriptionError */
export async function contractOf(api: string | undefined): Promise<Contract> {
  if (api === undefined) return bundledContract;
  const { compileDescription } = await import('../../contract/description/compile.ts');
  return compileDescription(api);
}
