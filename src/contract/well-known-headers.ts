/**
 * Response fields that say nothing about an API: HTTP's own (RFC 9110, 9111, 9112), CORS and security policy, and
 * what proxies and content networks add. A description need not list them, so they are no news.
 */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  `accept-ranges age allow alt-svc cache-control connection content-disposition content-encoding content-language
  content-length content-location content-range content-type date etag expires keep-alive last-modified link
  location pragma proxy-authenticate retry-after server set-cookie te trailer transfer-encoding upgrade vary via
  warning www-authenticate
  content-security-policy content-security-policy-report-only cross-origin-embedder-policy
  cross-origin-opener-policy cross-origin-resource-policy nel origin-agent-cluster permissions-policy
  referrer-policy report-to reporting-endpoints server-timing strict-transport-security timing-allow-origin
  x-content-type-options x-dns-prefetch-control x-download-options x-frame-options
  x-permitted-cross-domain-policies x-xss-protection
  cf-cache-status cf-ray x-cache x-powered-by x-served-by`.split(/\s+/),
);

export function isWellKnownHeader(name: string): boolean {
  return WELL_KNOWN.has(name) || name.startsWith('access-control-');
}
