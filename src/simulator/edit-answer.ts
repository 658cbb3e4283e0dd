import { validateWebsetEnrichment } from '../../generated/client-validators.js';
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

export type Fields = Readonly<Record<string, unknown>>;

/** The top-level fields of an answer; `undefined` if it is not the JSON of an enrichment. */
export function enrichmentIn(answer: Answer): Fields | undefined {
  const fields = JSON.parse(answer.body) as Fields;
  return fields['object'] === 'webset_enrichment' ? fields : undefined;
}

/** The answer with the enrichment in it edited; `undefined` if there is none, or if it is valid all the same. */
export function breakEnrichment(answer: Answer, edit: (fields: Fields) => Fields): Answer | undefined {
  const fields = enrichmentIn(answer);
  const edited = fields && edit(fields);
  if (edited === undefined || validateWebsetEnrichment(edited)) return undefined;
  return withBody(answer, JSON.stringify(edited));
}
