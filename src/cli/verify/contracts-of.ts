import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledContract } from '../../contract/bundled-contract.ts';
import type { Contract } from '../../contract/contract.ts';
import { DescriptionError } from '../../contract/description/limitations.ts';
import { PACKAGE_FOLDER } from '../../contract/reporters/shared/context.ts';
import { messageOf, UsageError } from '../cli-errors.ts';
import type { UsedFile } from '../output-files.ts';

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
  const { compileDescription } = await import('../../contract/description/compile.ts');
  const all = await Promise.allSettled(apis.map((api) => compileDescription(api, { allowRefs })));
  const [broken, ...others] = all.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (broken instanceof DescriptionError && others.length > 0)
    throw new DescriptionError(broken.place, [broken.reason, ...others.map(messageOf)].join('; '));
  if (broken !== undefined) throw broken;
  const contracts = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  refuseTwice(apis, contracts);
  return contracts;
}

/** Of one description that is given twice every exchange would be of both. A copy of it is the same one. */
function refuseTwice(apis: readonly string[], contracts: readonly Contract[]): void {
  for (const [at, { sha256 }] of contracts.entries()) {
    const first = contracts.findIndex((each) => each.sha256 === sha256);
    if (first === at) continue;
    const name = apis[first] === apis[at] ? '' : `, as ${apis[first]}`;
    throw new UsageError(`--api ${apis[at]} is given twice${name}: give each description once`);
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
