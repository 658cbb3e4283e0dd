/** An allow-list, so that a header that nobody thought of stays out of the logs. */
const SAFE =
  /^(cf-ray|content-(encoding|length|type)|date|etag|location|retry-after(-ms)?|server|x-request-id)$/;

/** Those response headers that are fit for a log, by lower-case name. */
export function safeHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => SAFE.test(name)));
}
