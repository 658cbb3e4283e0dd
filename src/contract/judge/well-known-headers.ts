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

/**
 * Request fields that say nothing about an API: HTTP's own, what browsers and clients send of themselves (fetch metadata,
 * client hints, tracing), and what proxies and content networks add.
 */
const WELL_KNOWN_REQUEST: ReadonlySet<string> = new Set(
  `accept accept-charset accept-datetime accept-encoding accept-language alt-used authorization baggage b3
  cache-control cdn-loop connection content-disposition content-encoding content-language content-length
  content-location content-md5 content-range content-type cookie cookie2 date device-memory dnt downlink dpr ect
  expect forwarded from host keep-alive last-event-id link max-forwards newrelic origin pragma prefer priority
  purpose range referer rtt save-data sentry-trace te traceparent tracestate trailer transfer-encoding true-client-ip
  upgrade upgrade-insecure-requests user-agent via viewport-width want-digest warning width
  x-amzn-trace-id x-client-data x-cloud-trace-context x-correlation-id x-csrf-token x-real-ip x-request-id
  x-requested-with x-xsrf-token`.split(/\s+/),
);

const WELL_KNOWN_PREFIXES =
  /^(?::|access-control-|cf-|fastly-|if-|proxy-|sec-|x-b3-|x-datadog-|x-envoy-|x-forwarded-|x-stainless-)/;

export function isWellKnownRequestHeader(name: string): boolean {
  return WELL_KNOWN_REQUEST.has(name) || WELL_KNOWN_PREFIXES.test(name);
}

/** Cookies of content networks and of analytics, which no API reads. */
export function isWellKnownCookie(name: string): boolean {
  return /^(?:__cf|cf_|_cfuvid$|__utm|_g[ac]|_gcl_|_gid$|_fb[cp]$|_hj|ajs_|AWSALB|AMCV|mp_|optimizely|OptanonConsent$)/.test(
    name,
  );
}
