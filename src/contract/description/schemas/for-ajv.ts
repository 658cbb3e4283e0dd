import { _, type Ajv, type KeywordCxt } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';
import type { Keywords, Schema, SchemaId, Validator } from '../../contract.ts';
import { recursive } from './circles.ts';
import { equalItems } from './equal.ts';
import { addFormatsTo } from './formats.ts';
import { KEYWORD_LIST } from './keywords.ts';
import { isMultipleOf } from './multiple-of.ts';
import { patternOf } from './patterns.ts';

type AjvOptions = NonNullable<ConstructorParameters<typeof Ajv2020>[0]>;
type Schemas = Readonly<Record<SchemaId, Schema>>;

/** A schema as ajv takes it: those that are `own` are referred to by their ids, others stand in their places. */
export type AjvSchema = boolean | Readonly<Record<string, unknown>>;

function ajvSchema(id: SchemaId, schemas: Schemas): AjvSchema {
  const { keywords, never, barred } = schemas[id] as Schema;
  if (never) return false;
  if (barred !== undefined) return true;
  const part = (inner: SchemaId): AjvSchema =>
    schemas[inner]?.own ? { $ref: inner } : ajvSchema(inner, schemas);
  const schema: Record<string, unknown> = {};
  if (keywords.$ref !== undefined) schema['$ref'] = keywords.$ref;
  for (const [name, { holds }] of KEYWORD_LIST) {
    const value = keywords[name as keyof Keywords];
    if (!Object.hasOwn(keywords, name)) continue;
    if (holds === 'value') schema[name] = withoutBigInts(value);
    else if (holds === 'schema') schema[name] = part(value as SchemaId);
    else if (holds === 'list') schema[name] = (value as SchemaId[]).map(part);
    else
      for (const [key, inner] of Object.entries(value as Record<string, SchemaId>))
        put(schema, name, key, part(inner));
  }
  // What has such an integer in it is judged by the walk: nothing that ajv judges is equal to it, unless a double holds it.
  if (isNoDouble(keywords.const)) return false;
  const values = keywords.enum?.filter((value) => !isNoDouble(value)).map(withoutBigInts);
  // ajv refuses an empty one, which nothing fits.
  if (values?.length === 0) return false;
  if (values !== undefined) schema['enum'] = values;
  return keywords.prefixItems === undefined ? schema : apart(schema);
}

/** Of a list shorter than `prefixItems` ajv passes over what stands beside it: they are given a schema of their own. */
function apart({ prefixItems, items, ...schema }: Record<string, unknown>): AjvSchema {
  const tuple = { prefixItems, ...(items !== undefined && { items }) };
  return { ...schema, allOf: [...((schema['allOf'] as AjvSchema[] | undefined) ?? []), tuple] };
}

/** ajv passes over a property called `__proto__`, but not over a pattern that it matches. */
function put(schema: Record<string, unknown>, keyword: string, key: string, part: AjvSchema): void {
  const isHidden = keyword === 'properties' && key === '__proto__';
  const holder = isHidden ? 'patternProperties' : keyword;
  schema[holder] ??= {};
  (schema[holder] as Record<string, AjvSchema>)[isHidden ? '^__proto__$' : key] = part;
}

function isNoDouble(value: unknown): boolean {
  return typeof value === 'bigint' && BigInt(Number(value)) !== value;
}

/** The nearest doubles: of a body whose integers are within what a double counts they say the same. */
function withoutBigInts(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutBigInts);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutBigInts(member)]));
}

/**
 * An ajv whose validators decide, and spend nothing on telling why: that is what the walk is for. Asking for each property
 * whether it is inherited would take most of their time, and matters only where a schema names one that every object inherits.
 */
export function createAjv(schemas: Schemas, options: AjvOptions = {}): Ajv2020 {
  const all = Object.values(schemas);
  const ajv = new Ajv2020({
    // The schemas are checked, with their places, while they are read.
    strict: false,
    logger: false,
    validateSchema: false,
    messages: false,
    ownProperties: all.some(namesInherited),
    ...options,
  });
  // Keeping account of what was evaluated is for those keywords alone.
  ajv.opts.unevaluated = all.some(hasUnevaluated);
  addFormatsTo(ajv);
  addMultipleOf(ajv);
  addUniqueItems(ajv);
  return ajv;
}

/** Validators of all schemas that have one, each made when it is first asked for: most descriptions say more than is used. */
export function lazyValidators(schemas: Schemas): Readonly<Record<SchemaId, Validator>> {
  const validators: Record<SchemaId, Validator> = Object.create(null);
  let ajv: Ajv2020 | undefined;
  for (const id of Object.keys(schemas)) {
    if (!schemas[id]?.own) continue;
    const get = (): Validator => {
      ajv ??= lazyAjv(schemas, validators);
      const value = ajv.compile(ajvSchema(id, schemas)) as Validator;
      Object.defineProperty(validators, id, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(validators, id, { get, enumerable: true, configurable: true });
  }
  return validators;
}

function lazyAjv(schemas: Schemas, validators: Readonly<Record<SchemaId, Validator>>): Ajv2020 {
  const regExp = Object.assign((pattern: string) => patternOf(pattern), { code: 'patternOf' });
  const ajv = createAjv(schemas, { code: { regExp } });
  addLazyRefs(
    ajv,
    (id) => validators[id] as Validator,
    ajv.opts.unevaluated ? new Set() : recursive(schemas),
  );
  return ajv;
}

interface Target {
  readonly validate: Validator;
}

/**
 * Makes `$ref` look its schema up when a value is judged, and not when the schema is compiled: ajv compiles whatever a schema
 * leads to, and recurses to do it. A schema that leads back to itself remembers what it said of a value: where it stands in
 * several alternatives, each would judge all below it anew, at every level.
 */
function addLazyRefs(
  ajv: Ajv,
  validatorOf: (id: SchemaId) => Validator,
  remembering: ReadonlySet<SchemaId>,
): void {
  const targets = new Map<SchemaId, Target>();
  const targetOf = (id: SchemaId): Target => {
    const known = targets.get(id);
    if (known !== undefined) return known;
    const validate = remembering.has(id) ? remembered(() => validatorOf(id)) : undefined;
    const target = {
      get validate() {
        return validate ?? validatorOf(id);
      },
    };
    targets.set(id, target);
    return target;
  };
  ajv.removeKeyword('$ref');
  ajv.addKeyword({
    keyword: '$ref',
    schemaType: 'string',
    code: (cxt: KeywordCxt) => {
      const target = cxt.gen.scopeValue('wrapper', { ref: targetOf(cxt.schema as string) });
      callRef(cxt, _`${target}.validate`);
    },
  });
}

/** Whoever calls it asks how many errors there are, and not what they say. */
function remembered(validator: () => Validator): Validator {
  const known = new WeakMap<object, boolean>();
  const remembering = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return validator()(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = validator()(value);
    known.set(value, answer);
    return answer;
  };
  return Object.assign(remembering, { errors: [{}] });
}

function namesInherited({ keywords }: Schema): boolean {
  const { required = [], dependentRequired = {}, dependentSchemas = {}, properties = {} } = keywords;
  const maps = [dependentRequired, dependentSchemas, properties];
  const names = [...required, ...maps.flatMap(Object.keys), ...Object.values(dependentRequired).flat()];
  return names.some((name) => name in Object.prototype);
}

function hasUnevaluated({ keywords }: Schema): boolean {
  return keywords.unevaluatedItems !== undefined || keywords.unevaluatedProperties !== undefined;
}

function addMultipleOf(ajv: Ajv): void {
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    code: (cxt: KeywordCxt) => {
      const test = cxt.gen.scopeValue('func', { ref: isMultipleOf, code: _`isMultipleOf` });
      cxt.fail(_`!${test}(${cxt.data}, ${cxt.schema as number})`);
    },
  });
}

/** ajv compares each item with every other. */
function addUniqueItems(ajv: Ajv): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    code: (cxt: KeywordCxt) => {
      if (cxt.schema !== true) return;
      const equal = cxt.gen.scopeValue('func', { ref: equalItems, code: _`equalItems` });
      cxt.fail(_`${equal}(${cxt.data}) !== undefined`);
    },
  });
}

/** Adds all schemas, so that they can refer to each other. */
export function addSchemas(ajv: Ajv2020, schemas: Schemas): void {
  for (const id of Object.keys(schemas)) {
    if (!schemas[id]?.own) continue;
    const schema = ajvSchema(id, schemas);
    const parts = typeof schema === 'boolean' ? (schema ? {} : { not: {} }) : schema;
    ajv.addSchema({ $id: id, ...parts });
  }
}
