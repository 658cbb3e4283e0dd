import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Contract, ContractData, Validator } from '../contract.ts';
import { addFormatsTo } from '../formats/add-formats.ts';
import { type CompiledSchema, PLACES_KEYWORD } from './convert-schema.ts';
import { child, type Description, loadDescription, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import { readOperations } from './operations.ts';
import { createSchemaRegistry } from './schemas.ts';

/** Compiles an OpenAPI 3.0 or 3.1 description at run time. Throws DescriptionError. */
export async function compileDescription(path: string, relativeTo?: string): Promise<Contract> {
  const { data, schemas } = readContract(await loadDescription(path, relativeTo));
  const ajv = createAjv(schemas);
  const validators: Record<string, Validator> = {};
  for (const id of schemas.keys()) validators[id] = ajv.getSchema(id) as Validator;
  return { ...data, validators };
}

/** A description as plain data, and the schemas that need a validator. Throws DescriptionError. */
export function readContract(description: Description): {
  data: ContractData;
  schemas: ReadonlyMap<string, CompiledSchema>;
} {
  const { root, sources } = description;
  const openapi = child(root, 'openapi')?.value;
  if (typeof openapi !== 'string' || !/^3\.[01]\.\d+$/.test(openapi)) {
    throw new DescriptionError(placeOf(root).replace(/#$/, ''), 'is not an OpenAPI 3.0 or 3.1 description');
  }
  const registry = createSchemaRegistry(description, openapi.startsWith('3.0'));
  const operations = readOperations(description, registry);
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
    operations,
    shapes: registry.shapes,
  };
  return { data, schemas: registry.roots };
}

/** An ajv that knows the schemas by id; every error it gives names its place in the description. */
export function createAjv(schemas: ReadonlyMap<string, CompiledSchema>, options: AjvOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    allErrors: true,
    verbose: true,
    // `__proto__` and `constructor` are property names like any other, and inherited ones are not there.
    ownProperties: true,
    inlineRefs: false,
    ...options,
  });
  ajv.addKeyword({ keyword: PLACES_KEYWORD });
  addFormatsTo(ajv);
  for (const [id, schema] of schemas) ajv.addSchema(withId(id, schema));
  return ajv;
}

type AjvOptions = NonNullable<ConstructorParameters<typeof Ajv2020>[0]>;

function withId(id: string, schema: CompiledSchema): Record<string, unknown> {
  if (typeof schema === 'boolean') return schema ? { $id: id } : { $id: id, not: {} };
  return { $id: id, ...schema };
}
