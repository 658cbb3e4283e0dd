import { createClient } from 'exa-enrichments';
import { EnvHttpProxyAgent, fetch } from 'undici';

const dispatcher = new EnvHttpProxyAgent();

export const exa = createClient({
  // Taken apart, since the `fetch` of undici does not know the `Request` of Node. No request of this client has a body.
  fetch: ({ url, method, headers, redirect }, { signal }) =>
    fetch(url, { method, headers, redirect, signal, dispatcher }),
});
