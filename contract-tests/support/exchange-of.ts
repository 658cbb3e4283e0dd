import { type Exchange, headerMap } from 'exa-enrichments/contract';
import { type Operation, SERVER } from './fragment.ts';

/** What differs from a call that the fragment's own examples make up. */
export interface Parts {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly requestBody?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** An exchange as the fragment describes it: its first examples, but for the given parts. */
export function exchangeOf(operation: Operation, parts: Parts): Exchange {
  const { parameters = {}, requestBody, status = 200, headers = {} } = parts;
  const [type = '', content] = Object.entries(operation.responses[status]?.content ?? {})[0] ?? [];
  const body = 'body' in parts ? parts.body : Object.values(content?.examples ?? {})[0]?.value;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(parameters[name] ?? 'any')),
  );
  const fields = { 'content-type': type, ...headers };
  return {
    request: {
      method: operation.method,
      url: SERVER + path,
      headers: headerMap([
        ['x-api-key', '<redacted>'],
        ['content-type', Object.keys(operation.requestBody?.content ?? {}).join()],
      ]),
      body: requestBody === undefined ? undefined : JSON.stringify(requestBody),
    },
    response: {
      status,
      headers: headerMap(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      body: JSON.stringify(body),
    },
    recording: { file: '(example)', index: 0 },
  };
}
