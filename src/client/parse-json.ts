import { type ParseFailure, ResponseParseError } from './errors/response-parse-error.ts';
import type { Reply } from './transport.ts';

const STRICT = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = /* @__PURE__ */ new TextDecoder();
const OTHER_CHARSET = /charset\s*=(?!\s*"?(utf-?8|us-ascii)\b)/i;
const WORDS: Readonly<Record<ParseFailure, string>> = {
  empty: 'is empty',
  html: 'is a web page',
  charset: 'is not UTF-8',
  bom: 'starts with a byte order mark',
  json: 'is not JSON, or was cut off',
  type: 'says by its content type that it is not JSON',
};

/**
 * The JSON of a success. Strict, because what it says decides whether a cancel is believed. Of the headers, only the
 * content type has a say: the others that are documented may hold any text, so that there is nothing to hold them against.
 */
export function parseJson(reply: Reply): unknown {
  const type = reply.headers.get('content-type') ?? '';
  if (/html/i.test(type)) throw failure(reply, 'html');
  if (OTHER_CHARSET.test(type)) throw failure(reply, 'charset');
  let text: string;
  try {
    text = STRICT.decode(reply.body);
  } catch {
    throw failure(reply, 'charset');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const start = text.trimStart()[0];
    throw failure(reply, text[0] === '\ufeff' ? 'bom' : start === '<' ? 'html' : start ? 'json' : 'empty');
  }
  if (type && !/json/i.test(type)) throw failure(reply, 'type');
  return value;
}

/** Text at any price: for the body of an error. */
export function decodeText(body: Uint8Array): string {
  return LENIENT.decode(body);
}

function failure({ status, headers, body }: Reply, reason: ParseFailure): ResponseParseError {
  const message = `the answer (${status}) ${WORDS[reason]}. Check \`baseUrl\`, and what lies between.`;
  return new ResponseParseError(message, {
    status,
    reason,
    body: decodeText(body),
    requestId: headers.get('x-request-id') ?? undefined,
    mayHaveSucceeded: true,
  });
}
