import { _, type Ajv, type KeywordCxt } from 'ajv';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';
import type { Validator } from '../contract.ts';

/**
 * Makes `$ref` look its schema up when a value is judged, and not when the schema is compiled. ajv compiles whatever a
 * schema leads to, and recurses to do it: in a description of thousands of schemas that takes seconds, where it does not
 * run out of stack.
 */
export function addLazyRefs(ajv: Ajv, validatorOf: (id: string) => Validator): void {
  const targets = new Map<string, { readonly validate: Validator }>();
  const targetOf = (id: string): { readonly validate: Validator } => {
    const target = targets.get(id) ?? {
      get validate() {
        return validatorOf(id);
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
