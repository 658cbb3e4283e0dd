import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledContract } from '../../contract/bundled-contract.ts';
import type { Contract } from '../../contract/contract.ts';
import { DescriptionError } from '../../contract/description/limitations.ts';
import { PACKAGE_FOLDER } from '../../contract/reporters/shared/context.ts';
import { messageOf, UsageError } from '../cli-errors.ts';
import { isSameFile, type UsedFile } from '../output-files.ts';

/** Where the contracts of a run come from. */
interface ContractSources {
  /** Descriptions; none: that of this package. */
  readonly apis: readonly string[];
  /** Folders outside of their projects that they may refer to. */
  readonly allowRefs?: readonly string[];
}

/**
 * The contracts of a run, in the order given. ajv is loaded only for a description that was not compiled ahead.
 *
 * @throws UsageError where one is given twice, DescriptionError of all that are broken
 */
export async function contractsOf({ apis, allowRefs }: ContractSources): Promise<readonly Contract[]> {
  if (apis.length === 0) return [bundledContract];
  await refuseTwice(apis);
  const { compileDescription } = await import('../../contract/description/compile.ts');
  const all = await Promise.allSettled(apis.map((api) => compileDescription(api, { allowRefs })));
  const [broken, ...others] = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (broken instanceof DescriptionError && others.length > 0)
    throw new DescriptionError(broken.place, [broken.reason, ...others.map(messageOf)].join('; '));
  if (broken !== undefined) throw broken;
  return all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/** Of one API that is given twice every exchange would be of both. */
async function refuseTwice(apis: readonly string[]): Promise<void> {
  for (const [at, api] of apis.entries()) {
    for (const other of apis.slice(0, at)) {
      if (api !== other && !(await isSameFile(api, other))) continue;
      const name = api === other ? '' : `, as ${other}`;
      throw new UsageError(`--api ${api} is given twice${name}: give each description once`);
    }
  }
}

/** The files of the descriptions that contracts are of, whether or not they were read from them now. */
export async function descriptionFiles(contracts: readonly Contract[]): Promise<UsedFile[]> {
  const all = await Promise.all(contracts.map(({ files }) => files ?? fragmentFiles()));
  return all.flat().map((file) => ({ file, what: 'a file of the description' }));
}

async function fragmentFiles(): Promise<string[]> {
  const folder = join(PACKAGE_FOLDER, 'openapi');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.map((name) => join(folder, name));
}
