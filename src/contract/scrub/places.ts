/** What stands at a place of a recording, if it is not just any text. */
export type Place = 'headers' | 'cookies' | 'parameters' | 'body';

/** One exchange of a HAR, of NDJSON (there is nothing before it), or of a cassette. */
const EXCHANGE = String.raw`(?:(?:log\/entries|http_interactions|interactions)\/\d+\/)?`;

/**
 * Where the formats have what is a credential by its place, as the names that lead there. A format without a line here is
 * scrubbed of all that is found in its exchanges and of all that looks like a key, and else keeps what is short or simple.
 */
const PLACES: readonly (readonly [RegExp, Place])[] = [
  [new RegExp(`^${EXCHANGE}(?:request|response)/headers$`), 'headers'],
  [new RegExp(`^${EXCHANGE}(?:request|response)/cookies$`), 'cookies'],
  [new RegExp(`^${EXCHANGE}request/(?:queryString|postData/params|form)$`), 'parameters'],
  [new RegExp(`^${EXCHANGE}(?:request/postData|response/content)/text$`), 'body'],
  [new RegExp(`^${EXCHANGE}(?:request|response)/(?:parsed_body|body(?:/string|/base64_string)?)$`), 'body'],
  // nock
  [/^\d+\/(?:headers|rawHeaders|reqheaders|requestHeaders)$/, 'headers'],
  [/^\d+\/(?:body|response)$/, 'body'],
];

export function placeOf(path: string): Place | undefined {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1];
}

/** Whether what stands there was received. */
export function isReceived(path: string): boolean {
  return /(?:^|\/)response(?:\/|$)/.test(path);
}
