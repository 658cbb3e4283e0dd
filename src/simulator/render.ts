import { etag } from './random/etag.ts';

/** A JSON body, with what its headers say about it. */
export interface Rendered {
  readonly body: string;
  /** In bytes of UTF-8. */
  readonly length: number;
  readonly tag: string;
}

const encoder = new TextEncoder();
const known = new WeakMap<object, Rendered>();

export function renderText(body: string): Rendered {
  const { length } = encoder.encode(body);
  return { body, length, tag: etag(body, length) };
}

/** The same for a value that never changes: an enrichment is read much more often than it is replaced. */
export function renderOnce(value: object): Rendered {
  const before = known.get(value);
  if (before !== undefined) return before;
  const rendered = renderText(JSON.stringify(value));
  known.set(value, rendered);
  return rendered;
}
