import type { ContractData, Keywords, Schema } from '../../src/contract/contract.ts';
import type { LeanSchema } from './issues-of.ts';
import { bundleModule } from './modules.ts';
import { formats } from './runtime.ts';

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

type Schemas = ContractData['schemas'];

const TYPES = ['string', 'null', 'array', 'object', 'boolean'];
const every = (value: unknown, of: readonly unknown[]): boolean =>
  [value].flat().every((item) => of.includes(item));
const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** What of each keyword the lean validator understands; anything else must not be passed over. */
const UNDERSTOOD: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => every(value, TYPES),
  const: isScalar,
  enum: (value) => (value as unknown[]).every(isScalar),
  format: (value) => every(value, Object.keys(formats)),
  maxLength: (value) => Number.isInteger(value),
  required: () => true,
  // Such a name in a literal would not be a property, or be inherited by every value.
  properties: (value) => Object.keys(value as object).every((name) => !(name in Object.prototype)),
  additionalProperties: () => true,
  items: () => true,
};

const NOTHING: Pick<Schema, 'keywords' | 'always' | 'never'> = { keywords: {}, never: true };

/** One schema with those that it refers to in their places, and no more in it than the lean validator goes by. */
export function leanSchema(id: string, schemas: Schemas, within: readonly string[] = []): LeanSchema {
  if (within.includes(id)) throw new Error(`Failed to write a lean schema: ${id} contains itself.`);
  const resolve = (other: string): LeanSchema => leanSchema(other, schemas, [...within, id]);
  const { keywords, always, never } = schemas[id] ?? NOTHING;
  if (always || never) throw new Error('Failed to write a lean schema: it is a boolean.');
  const { $ref, ...others } = keywords;
  const own = Object.entries(others).map(([keyword, value]) => {
    if (!UNDERSTOOD[keyword]?.(value))
      throw new Error(`Failed to write a lean schema: it has ${JSON.stringify({ [keyword]: value })}.`);
    return [keyword, withParts(keyword as keyof Keywords, value, resolve)];
  });
  if ($ref === undefined) return Object.fromEntries(own);
  if (own.length > 0) throw new Error('Failed to write a lean schema: there are keywords beside a $ref.');
  return resolve($ref);
}

function withParts(keyword: keyof Keywords, value: unknown, resolve: (id: string) => LeanSchema): unknown {
  if (keyword === 'type') return (value as string[]).length === 1 ? (value as string[])[0] : value;
  if (keyword === 'items' || keyword === 'additionalProperties') return resolve(value as string);
  if (keyword !== 'properties') return value;
  const properties = Object.entries(value as Record<string, string>);
  return Object.fromEntries(properties.map(([name, part]) => [name, resolve(part)]));
}

/** Validators as small as they get, each an export of its own, for the bundle of everybody who uses the client. */
export function leanValidatorsModule(
  schemas: ContractData['schemas'],
  exports: Readonly<Record<string, string>>,
): Promise<string> {
  const validators = Object.entries(exports).map(
    ([
      name,
      id,
    ]) => `const rulesOf_${name} = /* @__PURE__ */ rulesOf(${JSON.stringify(leanSchema(id, schemas))});
export function ${name}(value) {
  return (${name}.errors = issuesOf(value, rulesOf_${name})).length === 0;
}
`,
  );
  return bundleModule(`import { issuesOf, rulesOf } from './scripts/generate/issues-of.ts';
${validators.join('')}`);
}
