import { type ParseFailure, ResponseParseError } from './errors/response-parse-error.ts';
import type { Reply } from './transport.ts';

const STRICT = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = /* @__PURE__ */ new TextDecoder();
const WORDS: Readonly<Record<ParseFailure, string>> = {
  empty: 'is empty',
  html: 'is a web page',
  charset: 'is not UTF-8',
  bom: 'starts with a byte order mark',
  json: 'is not JSON, or was cut off',
};

/** The JSON of a success. Strict, because what it says decides whether a cancel is believed. */
export function parseJson({ status, headers, body }: Reply): unknown {
  const type = headers.get('content-type') ?? '';
  let reason: ParseFailure = 'charset';
  try {
    const text = STRICT.decode(body);
    reason = failureOf(text, type) ?? 'json';
    if (reason === 'json') return JSON.parse(text);
  } catch {
    // `reason` says which step failed.
  }
  throw new ResponseParseError(
    `the answer (${status}) ${WORDS[reason]}. Check \`baseUrl\`, and what lies between.`,
    {
      status,
      reason,
      body: decodeText(body),
      requestId: headers.get('x-request-id') ?? undefined,
      mayHaveSucceeded: true,
    },
  );
}

/** Text at any price: for the body of an error. */
export function decodeText(body: Uint8Array): string {
  return LENIENT.decode(body);
}

function failureOf(text: string, type: string): ParseFailure | undefined {
  if (text.trim() === '') return 'empty';
  if (/html/i.test(type) || text.trimStart().startsWith('<')) return 'html';
  if (/charset\s*=(?!\s*"?(utf-?8|us-ascii)\b)/i.test(type)) return 'charset';
  return text.startsWith('\ufeff') ? 'bom' : undefined;
}
