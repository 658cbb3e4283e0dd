import { child } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';
import { keyword } from '../schema/schema.ts';

/** OpenAPI 3.1 dropped `nullable`: taken at its word the schema refuses null, and its author meant otherwise. */
export const nullableMeansNothing: Rule<'schema'> = {
  id: 'nullable-means-nothing',
  *compare({ ours, upstream }) {
    if (upstream.dialect === '3.0') return;
    for (const node of keyword(upstream, 'nullable')) {
      if (node.value !== true) continue;
      yield {
        impact: 'warning',
        subject: 'nullable',
        message: '`nullable: true` has no meaning in OpenAPI 3.1: whether null is let in is left to guess',
        ours: child(ours.layers[0], 'type') ?? ours.layers[0],
        upstream: node,
        upstreamValue: true,
      };
    }
  },
};
