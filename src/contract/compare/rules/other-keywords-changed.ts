import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../rule.ts';
import { keyword, placeAt, type Schema } from '../schema/schema.ts';
import { withoutRefs } from '../schema/without-refs.ts';

/** Keywords whose change is told, and not judged: which side lets in more doesn't follow from their text. */
const KEYWORDS = [
  'not',
  'if',
  'then',
  'else',
  'patternProperties',
  'propertyNames',
  'contains',
  'minContains',
  'maxContains',
  'prefixItems',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedItems',
  'contentEncoding',
  'contentMediaType',
];

export const otherKeywordsChanged: Rule<'schema'> = {
  id: 'other-keywords-changed',
  *compare({ ours, upstream }) {
    for (const name of KEYWORDS) {
      if (isDeepStrictEqual(valuesOf(ours, name), valuesOf(upstream, name))) continue;
      yield {
        impact: 'warning',
        subject: name,
        message: `${name} differs; which side lets in more is not judged`,
        ours: placeAt(ours, name),
        upstream: placeAt(upstream, name),
        oursValue: keyword(ours, name)[0]?.value,
        upstreamValue: keyword(upstream, name)[0]?.value,
      };
    }
  },
};

function valuesOf(schema: Schema, name: string): unknown[] {
  return keyword(schema, name).map((node) => withoutRefs(node, schema.description));
}
