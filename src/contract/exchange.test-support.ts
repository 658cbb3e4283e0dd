import { type Exchange, headerMap } from './exchange.ts';

export const ENRICHMENT: Readonly<Record<string, unknown>> = {
  id: 'wenrich_01testenrichment000000000a',
  object: 'webset_enrichment',
  status: 'pending',
  websetId: 'webset_01testwebset00000000000000',
  title: null,
  description: 'Find the name of the CEO',
  format: 'text',
  options: null,
  instructions: null,
  metadata: {},
  createdAt: '2026-01-02T03:04:05.678Z',
  updatedAt: '2026-01-02T03:04:05.678Z',
};

export interface ExchangeParts {
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Anything but text and bytes is written as JSON. */
  readonly body?: unknown;
  readonly file?: string;
  readonly index?: number;
}

const PATH = '/v0/websets/webset_1/enrichments/wenrich_1';

/** A cancel that the contract has nothing against, but for the given parts: to another API it carries no key. For tests. */
export function anExchange(parts: ExchangeParts = {}): Exchange {
  const body = 'body' in parts ? parts.body : ENRICHMENT;
  const hasKey = parts.url === undefined || parts.url.includes('/v0/websets');
  const sent = parts.requestHeaders ?? (hasKey ? { 'x-api-key': 'test-key-1234567890' } : { accept: '*/*' });
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  return {
    request: {
      method: parts.method ?? 'POST',
      url: parts.url ?? `https://api.exa.ai/websets${PATH}/cancel`,
      headers: headerMap(Object.entries(sent)),
      body: parts.requestBody,
    },
    response: {
      status: parts.status ?? 200,
      headers: headerMap(
        Object.entries(parts.headers ?? { 'content-type': 'application/json; charset=utf-8' }),
      ),
      body: isRaw ? body : JSON.stringify(body),
    },
    recording: { file: parts.file ?? 'test.json', index: parts.index ?? 0 },
  };
}
