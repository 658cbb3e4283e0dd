import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledContract } from '../../contract/bundled-contract.ts';
import type { Contract } from '../../contract/contract.ts';
import { PACKAGE_FOLDER } from '../../contract/reporter-support/read-sources.ts';
import type { UsedFile } from '../output-files.ts';

/** Where the contract comes from. */
interface ContractSource {
  /** A description; undefined: that of this package. */
  readonly api?: string | undefined;
  /** Folders outside of its project that it may refer to. */
  readonly allowRefs?: readonly string[];
}

/** ajv is loaded only for a description that was not compiled ahead. @throws DescriptionError */
export async function contractOf({ api, allowRefs }: ContractSource): Promise<Contract> {
  if (api === undefined) return bundledContract;
  const { compileDescription } = await import('../../contract/description/compile.ts');
  return compileDescription(api, { allowRefs });
}

/** The files of the description that a contract is of, whether or not it was read from them now. */
export async function descriptionFiles({ files }: Contract): Promise<UsedFile[]> {
  const all = files ?? (await fragmentFiles());
  return all.map((file) => ({ file, what: 'a file of the description' }));
}

async function fragmentFiles(): Promise<string[]> {
  const folder = join(PACKAGE_FOLDER, 'openapi');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.map((name) => join(folder, name));
}
