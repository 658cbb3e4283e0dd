import { createClient } from 'exa-enrichments';
import { EnvHttpProxyAgent } from 'undici';

// HTTPS_PROXY and NO_PROXY say what goes through a proxy, and through which: https://user:password@proxy.example:8080
export const exa = createClient({ fetchOptions: { dispatcher: new EnvHttpProxyAgent() } });
