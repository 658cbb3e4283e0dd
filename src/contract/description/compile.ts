import { createHash } from 'node:crypto';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Contract, ContractData, Validator } from '../contract.ts';
import type { CompiledSchema } from './convert-schema.ts';
import { decidingAjv, explainingAjv } from './create-ajv.ts';
import { child, type Description, loadDescription, placeOf, type ReadText } from './description.ts';
import { DescriptionError } from './description-error.ts';
import { inlineLeaves } from './inline-leaves.ts';
import { lazyRecord } from './lazy-record.ts';
import { addLazyRefs } from './lazy-refs.ts';
import { createLimitations } from './limitations.ts';
import { isOpenapi30 } from './openapi-30.ts';
import { readOperations } from './operations.ts';
import { refuseCircles } from './refuse-circles.ts';
import { createSchemaRegistry } from './schemas.ts';
import { unlessTooDeep } from './unless-too-deep.ts';

/**
 * Compiles an OpenAPI 3.0 or 3.1 description at run time; each schema's validators when they are first asked for. Places
 * are relative to `relativeTo` (default: the current directory). Throws DescriptionError.
 */
export async function compileDescription(
  path: string,
  relativeTo?: string,
  readText?: ReadText,
): Promise<Contract> {
  const description = await loadDescription(path, relativeTo, readText);
  const files = description.sources.map((source) => source.path);
  return { ...createContract(readContract(description)), files };
}

/** A description as plain data, and the schemas that need a validator. */
export interface ReadContract {
  readonly data: ContractData;
  readonly schemas: ReadonlyMap<string, CompiledSchema>;
}

/** Puts validators to what was read, each made when it is first asked for: most descriptions say more than is used. */
function createContract({ data, schemas }: ReadContract): Contract {
  const inline = inlineLeaves(schemas);
  return {
    ...data,
    validators: lazyValidators(schemas, () => explainingAjv()),
    fits: lazyValidators(schemas, () => decidingAjv(schemas), inline),
  };
}

function lazyValidators(
  schemas: ReadContract['schemas'],
  create: () => Ajv2020,
  prepare: (schema: CompiledSchema) => CompiledSchema = (schema) => schema,
): Readonly<Record<string, Validator>> {
  let ajv: Ajv2020 | undefined;
  const validators = lazyRecord(schemas.keys(), (id): Validator => {
    if (ajv === undefined) {
      ajv = create();
      addLazyRefs(ajv, (target) => validators[target] as Validator);
    }
    return ajv.compile(prepare(schemas.get(id) as CompiledSchema)) as Validator;
  });
  return validators;
}

/** Throws DescriptionError. */
export function readContract(description: Description): ReadContract {
  const { root, sources } = description;
  const openapi = child(root, 'openapi')?.value;
  if (typeof openapi !== 'string' || !/^3\.[01]\.\d+$/.test(openapi)) {
    throw new DescriptionError(placeOf(root).replace(/#$/, ''), 'is not an OpenAPI 3.0 or 3.1 description');
  }
  const limitations = createLimitations();
  const schemas = createSchemaRegistry(description, isOpenapi30(root), limitations);
  const operations = unlessTooDeep(root.source.file, () =>
    readOperations({ description, schemas, limitations }),
  );
  refuseCircles(schemas.roots, schemas.shapes);
  if (operations.length === 0) throw new DescriptionError(root.source.file, 'describes no operation');
  const info = (key: string): string => {
    const holder = child(root, 'info');
    return String((holder && child(holder, key)?.value) ?? '');
  };
  const hash = createHash('sha256');
  for (const source of sources) hash.update(`${source.file}\0${source.text}\0`);
  const data = {
    title: info('title'),
    version: info('version'),
    sha256: hash.digest('hex'),
    limitations: limitations.list,
    operations,
    shapes: schemas.shapes,
  };
  return { data, schemas: schemas.roots };
}
