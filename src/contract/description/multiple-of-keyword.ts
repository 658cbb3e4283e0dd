import { _, type Ajv, type KeywordCxt } from 'ajv';
import { isMultipleOf } from './multiple-of.ts';

/** `multipleOf` for a validator of either kind. */
export function addMultipleOf(ajv: Ajv): void {
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    error: {
      message: ({ schema }) => `must be multiple of ${schema}`,
      params: ({ schema }) => _`{multipleOf: ${schema as number}}`,
    },
    code: (cxt: KeywordCxt) => {
      const test = cxt.gen.scopeValue('func', { ref: isMultipleOf, code: _`isMultipleOf` });
      cxt.fail(_`!${test}(${cxt.data}, ${cxt.schema as number})`);
    },
  });
}
