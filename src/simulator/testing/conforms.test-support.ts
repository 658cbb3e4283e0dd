import { description } from '../../../generated/operations.js';
import { validators } from '../../../generated/validators.js';
import type { SeenExchange } from '../serve/seen-exchange.ts';

/** What is wrong with an answer by the generated validators; empty if nothing is. */
export function problemsOf({ entry, response }: SeenExchange): readonly string[] {
  const operation = description.operations.find(({ operationId }) => operationId === entry.operationId);
  if (operation === undefined) return [`no such operation: ${entry.operationId}`];
  const documented = (operation.responses as Readonly<Record<string, DocumentedResponse>>)[response.status];
  if (documented === undefined) return [`undocumented status ${response.status}`];
  const content = documented.content['application/json'];
  if (content === undefined) return ['undocumented content'];
  const problems = problemsWith(content.schema, JSON.parse(response.body));
  for (const [name, { schema }] of Object.entries(documented.headers)) {
    const value = response.headers[name]?.[0];
    if (value !== undefined)
      problems.push(...problemsWith(schema, name === 'retry-after' ? Number(value) : value));
  }
  return problems;
}

interface DocumentedResponse {
  readonly headers: Readonly<Record<string, { readonly schema: string }>>;
  readonly content: Readonly<Record<string, { readonly schema: string }>>;
}

function problemsWith(schema: string, value: unknown): string[] {
  const validate = validators[schema];
  if (validate === undefined) return [`no validator ${schema}`];
  if (validate(value)) return [];
  return [`${JSON.stringify(value)} does not fit the schema ${schema}`];
}
