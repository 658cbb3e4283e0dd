import type { Answer } from './answer.ts';
import { renderText } from './render.ts';

/** The answer with another body, and the headers that go with it. */
export function withBody(answer: Answer, body: string): Answer {
  const { length, tag } = renderText(body);
  const headers = { ...answer.headers, 'content-length': String(length), etag: tag };
  return { ...answer, body, headers };
}

export function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

export function withoutHeader(answer: Answer, name: string): Answer {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
}

/** The answer with its top-level fields edited; `undefined` if it is not the JSON of an enrichment. */
export function editEnrichment(
  answer: Answer,
  edit: (fields: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Answer | undefined {
  const fields = JSON.parse(answer.body) as Readonly<Record<string, unknown>>;
  if (fields['object'] !== 'webset_enrichment') return undefined;
  return withBody(answer, JSON.stringify(edit(fields)));
}
