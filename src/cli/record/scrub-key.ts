import type { Exchange, HeaderMap } from '../../contract/exchange.ts';
import { NONE_DECLARED } from '../../secrets/credential-names.ts';
import { redactBody } from '../../secrets/exchange-redactor.ts';
import { credentialFinder } from '../../secrets/find-credentials.ts';
import { REDACTED } from '../../secrets/redact-by-name.ts';
import { createRedactor } from '../../secrets/strike-out.ts';

/**
 * The exchange without the key in any place: a server may quote it in an error, a header or an address. And without what
 * looks like another key, such as a token that the server gave: `verify` would refuse the recording. Credentials that are
 * told by the name of their header are gone before this.
 */
export function scrubKey<E extends Exchange>(exchange: E, key: string): E {
  const scrubbed = withoutSecrets(exchange, [key]);
  const others = credentialFinder(NONE_DECLARED)(scrubbed).flatMap(({ spellings }) => spellings);
  return others.length === 0 ? scrubbed : withoutSecrets(scrubbed, others);
}

function withoutSecrets<E extends Exchange>(exchange: E, secrets: readonly string[]): E {
  const text = createRedactor(secrets, REDACTED);
  const headers = (map: HeaderMap): HeaderMap => {
    const scrubbed: Record<string, readonly string[]> = Object.create(null);
    for (const [name, values] of Object.entries(map)) scrubbed[text(name)] = values.map(text);
    return scrubbed;
  };
  const { request, response } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: text(request.url),
      headers: headers(request.headers),
      body: redactBody(request.body, text),
    },
    response: { ...response, headers: headers(response.headers), body: redactBody(response.body, text) },
  };
}

/** Whether a text that is about to be written holds the key all the same. */
export function holdsKey(text: string, key: string): boolean {
  return createRedactor([key])(text) !== text;
}
