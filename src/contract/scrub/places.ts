/**
 * What stands at a place of a recording, if it is not just any text. `settings` are what requests are made of: by their
 * names some are credentials, and all of `authorization` are. `attached` is the name of a file that holds a body.
 */
export type Place = 'headers' | 'cookies' | 'parameters' | 'body' | 'settings' | 'authorization' | 'attached';

/** One exchange of a HAR, of NDJSON (there is nothing before it), of a cassette, of a pact or of a list of mappings. */
const EXCHANGE = String.raw`(?:(?:log\/entries|http_interactions|interactions|mappings)\/\d+\/)?`;
/** What holds requests in a collection and in a report of it, examples and what was run. */
const ITEM = String.raw`(?:collection\/|run\/(?:executions|failures)\/\d+\/(?:source\/)?|item\/(?:\d+\/)?)*`;
const ASKED = String.raw`${ITEM}(?:response\/\d+\/originalRequest|request)`;

/** Where the formats have what is a credential by its place, as the names that lead there. */
const PLACES: readonly (readonly [string, Place])[] = [
  [`${EXCHANGE}(?:request|response)/headers`, 'headers'],
  [`${EXCHANGE}(?:request|response)/cookies`, 'cookies'],
  [
    `${EXCHANGE}request/(?:queryString|postData/params|form|query(?:Parameters)?|formParameters)`,
    'parameters',
  ],
  [`${EXCHANGE}(?:request/postData|response/content)/text`, 'body'],
  [`${EXCHANGE}(?:request|response)/(?:parsed_body|body(?:/string|/base64_string)?)`, 'body'],
  [`${EXCHANGE}(?:request/postData|response/content)/_file`, 'attached'],
  // nock
  [String.raw`\d+/(?:headers|rawHeaders|reqheaders|requestHeaders)`, 'headers'],
  [String.raw`\d+/(?:body|response)`, 'body'],
  // Postman and Newman
  [String.raw`${ASKED}/header|${ITEM}response/(?:\d+/)?header`, 'headers'],
  [String.raw`${ITEM}response/(?:\d+/)?cookie`, 'cookies'],
  [`${ASKED}/(?:url/(?:query|variable)|body/(?:urlencoded|formdata))`, 'parameters'],
  [String.raw`${ASKED}/body/(?:raw|graphql/variables)|${ITEM}response/(?:\d+/)?(?:body|stream/data)`, 'body'],
  [String.raw`(?:${ASKED}/|${ITEM})auth/\w+|${ASKED}/url/auth`, 'authorization'],
  [`(?:environment|globals)/values|${ITEM}variable`, 'settings'],
  // WireMock
  [String.raw`${EXCHANGE}request/bodyPatterns/\d+/(?:equalTo|equalToJson|binaryEqualTo|contains)`, 'body'],
  [`${EXCHANGE}response/(?:jsonBody|base64Body)`, 'body'],
  [`${EXCHANGE}request/basicAuthCredentials`, 'authorization'],
  [`${EXCHANGE}response/additionalProxyRequestHeaders`, 'headers'],
  [`${EXCHANGE}response/bodyFileName`, 'attached'],
  // Pact
  [String.raw`${EXCHANGE}providerStates/\d+/params`, 'settings'],
];
/** One expression with a group for each, for it is asked of every member of a recording. */
const PATTERN = new RegExp(`^(?:${PLACES.map(([path]) => `(${path})`).join('|')})$`);

export function placeOf(path: string): Place | undefined {
  const found = PATTERN.exec(path)?.indexOf(path, 1);
  return found === undefined ? undefined : PLACES[found - 1]?.[1];
}

/** Whether what stands there was received. */
export function isReceived(path: string): boolean {
  return /(?:^|\/)response(?:\/(?!\d+\/originalRequest\/)|$)/.test(path);
}
