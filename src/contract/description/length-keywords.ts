import { _, type Ajv, type KeywordCxt } from 'ajv';
import { useFunc } from 'ajv/dist/compile/util.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';

/**
 * `minLength` and `maxLength` for a validator that only decides. They count code points, of which there are at most as many
 * as UTF-16 units and at least half of that: nearly always the units alone decide, and nothing is counted.
 */
export function addLengthKeywords(ajv: Ajv): void {
  ajv.removeKeyword('minLength');
  ajv.removeKeyword('maxLength');
  ajv.addKeyword({
    keyword: ['minLength', 'maxLength'],
    type: 'string',
    schemaType: 'number',
    code: (cxt: KeywordCxt) => {
      const { keyword, data } = cxt;
      const limit = cxt.schema as number;
      const units = _`${data}.length`;
      const points = _`${useFunc(cxt.gen, ucs2length.default)}(${data})`;
      cxt.fail(
        keyword === 'minLength'
          ? _`${units} < ${2 * limit} && (${units} < ${limit} || ${points} < ${limit})`
          : _`${units} > ${limit} && (${units} > ${2 * limit} || ${points} > ${limit})`,
      );
    },
  });
}
