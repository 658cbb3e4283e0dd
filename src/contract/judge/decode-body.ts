import type { Body } from '../exchange.ts';
import { textOf } from '../json/read-json.ts';

export type DecodedBody = { readonly text: string } | { readonly reason: string };

/** The text of a body that is no JSON, by the charset of its content-type: UTF-8 where none is given. */
export function decodeBody(body: NonNullable<Body>, charset = 'utf-8'): DecodedBody {
  // What is UTF-8 was decoded when it was read: a recorder may have stored text, and not the bytes that it was sent in.
  if (typeof body === 'string' || /^utf-?8$/.test(charset)) {
    const text = textOf(body);
    return text === undefined ? { reason: 'is not UTF-8' } : { text };
  }
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(body) };
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    return {
      reason: isUnknown ? `has a charset that nobody knows: ${charset}` : `is not of its charset ${charset}`,
    };
  }
}
