import type { SeenRequest } from './raw-server.ts';
import type { Step } from './steps.ts';

export type Status = 'pending' | 'canceled' | 'completed';

/** An enrichment as it was observed, with `changes` to it. */
export function enrichment(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'wenrich_01example',
    object: 'webset_enrichment',
    status: 'pending',
    websetId: 'webset_01example',
    title: null,
    description: 'Find the headquarters of the company',
    format: 'text',
    options: null,
    instructions: null,
    metadata: {},
    createdAt: '2026-01-15T09:30:00.000Z',
    updatedAt: '2026-01-15T09:30:07.800Z',
    ...changes,
  };
}

/** An answer as it should be: headers and body, both complete, with whatever was passed in their place. */
export function reply(
  status: number,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string>> = {},
): [string, string | Uint8Array] {
  return [head(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }), body];
}

/** A status line and headers, and the empty line after them. */
export function head(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ 'content-type': 'application/json; charset=utf-8', ...headers });
  return `HTTP/1.1 ${status} Some Reason\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

export function json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Step[] {
  return reply(status, JSON.stringify(body), headers);
}

/** The 200 that a healthy server gives. */
export function ok(status: Status = 'pending'): Step[] {
  return json(200, enrichment({ status }));
}

/** The same, about the enrichment that the request names. */
export function okFor({ path }: SeenRequest): Step[] {
  return json(200, enrichment({ id: decodeURIComponent(path.split('/')[6] ?? '') }));
}

/** Different answers to a cancel and to a read. */
export function byMethod(
  cancel: readonly Step[],
  read: readonly Step[],
): (request: SeenRequest) => Iterable<Step> {
  return ({ method }) => (method === 'POST' ? cancel : read);
}

/** One byte at a time, `ms` milliseconds apart. */
export function* drip(bytes: string | Uint8Array, ms: number): Generator<Step> {
  for (const byte of Buffer.from(bytes)) {
    yield Uint8Array.of(byte);
    yield ms;
  }
}

/** The same step for ever. */
export function* endless(step: Step): Generator<Step> {
  for (;;) yield step;
}
