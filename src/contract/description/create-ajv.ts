import { Ajv2020 } from 'ajv/dist/2020.js';
import { addFormatsTo } from '../formats/add-formats.ts';
import { type CompiledSchema, PLACES_KEYWORD } from './convert-schema.ts';
import { addLengthKeywords } from './length-keywords.ts';
import { addMultipleOf } from './multiple-of-keyword.ts';

type AjvOptions = NonNullable<ConstructorParameters<typeof Ajv2020>[0]>;
type Schemas = ReadonlyMap<string, CompiledSchema>;

/** Every error, with its schema and so with its place in the description. */
const EXPLAINING: AjvOptions = {
  allErrors: true,
  verbose: true,
  // `__proto__` and `constructor` are property names like any other, and inherited ones are not there.
  ownProperties: true,
  inlineRefs: false,
};

/** Stops at the first error, and spends nothing on telling which. */
const DECIDING: AjvOptions = { allErrors: false, verbose: false, messages: false, inlineRefs: true };

/** An ajv whose validators explain: each error of theirs names its place. */
export function explainingAjv(options: AjvOptions = {}): Ajv2020 {
  return createAjv({ ...EXPLAINING, ...options });
}

/**
 * An ajv whose validators decide, and no more. Asking for each property whether it is inherited would take most of their
 * time, and matters only where a schema names one that every object inherits.
 */
export function decidingAjv(schemas: Schemas, options: AjvOptions = {}): Ajv2020 {
  const texts = [...schemas.values()].map((schema) => JSON.stringify(schema));
  const ownProperties = texts.some((text) => INHERITED.test(text));
  const ajv = createAjv({ ...DECIDING, ownProperties, ...options });
  // Keeping account of what was evaluated is for those keywords alone.
  ajv.opts.unevaluated = texts.some((text) => text.includes('"unevaluated'));
  addLengthKeywords(ajv);
  return ajv;
}

const INHERITED = new RegExp(`"(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})"`);

function createAjv(options: AjvOptions): Ajv2020 {
  // The schemas are checked, with their places, while they are converted.
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, ...options });
  ajv.addKeyword({ keyword: PLACES_KEYWORD });
  addFormatsTo(ajv);
  addMultipleOf(ajv);
  return ajv;
}

/** Adds all schemas, so that they can refer to each other. */
export function addSchemas(ajv: Ajv2020, schemas: Schemas): void {
  for (const [id, schema] of schemas) {
    const parts = typeof schema === 'boolean' ? (schema ? {} : { not: {} }) : schema;
    ajv.addSchema({ $id: id, ...parts });
  }
}
