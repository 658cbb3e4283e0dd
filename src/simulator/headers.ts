import type { Rendered } from './render.ts';

/** What headers are made from, besides the body. */
export interface HeaderSource {
  /** Milliseconds since the epoch. */
  now(): number;
  /** That many random bytes, in hexadecimal. */
  hex(bytes: number): string;
}

/**
 * The headers of the live API, as observed, on a JSON body. Two are not copied, so that nobody takes a recording
 * of the simulator for one of the live API: `server` tells the truth, and `cf-ray` names no data centre.
 */
export function jsonHeaders({ length, tag }: Rendered, source: HeaderSource): Record<string, string> {
  return {
    date: new Date(source.now()).toUTCString(),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(length),
    ...security,
    vary: 'Origin',
    'access-control-allow-credentials': 'true',
    etag: tag,
    'cf-cache-status': 'DYNAMIC',
    server: simulatorServer,
    'cf-ray': `${source.hex(8)}-SIM`,
  };
}

/** The value of `server` in every answer of the simulator. */
const simulatorServer = 'exa-enrichments-simulator';

const security = {
  'content-security-policy': "frame-ancestors 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;
