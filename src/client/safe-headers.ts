/** An allow-list, so that a header that nobody thought of stays out of the logs. */
const SAFE: readonly string[] = [
  'cf-ray',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'location',
  'retry-after',
  'retry-after-ms',
  'server',
  'x-request-id',
];

/** Those response headers that are fit for a log, by lower-case name. */
export function safeHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => SAFE.includes(name)));
}
