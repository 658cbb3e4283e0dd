import { createHash } from 'node:crypto';
import type { Contract, ContractData } from '../contract.ts';
import { fileFrom } from '../finding.ts';
import { createLimitations, DescriptionError, unlessTooDeep } from './limitations.ts';
import { child, type Description } from './load/description.ts';
import { type LoadOptions, loadDescription } from './load/load-description.ts';
import { readOperations } from './read/operations.ts';
import { versionOf } from './read/version.ts';
import { lazyValidators } from './schemas/for-ajv.ts';
import { createSchemaReader } from './schemas/schema-reader.ts';

/**
 * Compiles an OpenAPI 3.0, 3.1 or 3.2 description at run time; each schema's validators when they are first asked for. Throws
 * DescriptionError.
 */
export async function compileDescription(path: string, options?: LoadOptions): Promise<Contract> {
  const description = await loadDescription(path, options);
  const data = readContract(description);
  const files = description.sources.map((source) => source.path);
  return { ...data, validators: lazyValidators(data.schemas), files };
}

/** A description as plain data. Throws DescriptionError. */
export function readContract(description: Description): ContractData {
  const { root, sources } = description;
  const version = versionOf(root);
  const limitations = createLimitations();
  const schemas = createSchemaReader(description, version === '3.0', limitations);
  const operations = unlessTooDeep(root.source.file, () =>
    readOperations({ description, version, schemas, limitations }),
  );
  if (operations.length === 0) {
    const wrong = limitations.list.find(({ kind }) => kind === 'wrong');
    const why = wrong === undefined ? '' : `: ${wrong.what}`;
    throw new DescriptionError(wrong?.spec ?? root.source.file, `describes no operation${why}`);
  }
  const info = (key: string): string => {
    const holder = child(root, 'info');
    return String((holder && child(holder, key)?.value) ?? '');
  };
  const hash = createHash('sha256');
  // From wherever it was read: what it is does not depend on the folder that somebody stood in.
  for (const source of sources) hash.update(`${fileFrom(root.source.file, source.file)}\0${source.text}\0`);
  const read = unlessTooDeep(root.source.file, () => schemas.finish());
  return {
    file: root.source.file,
    title: info('title'),
    version: info('version'),
    sha256: hash.digest('hex'),
    limitations: limitations.list,
    operations,
    schemas: read,
  };
}
