import { createClient } from 'exa-enrichments';
import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';

setGlobalDispatcher(new EnvHttpProxyAgent()); // for every `fetch` of this process

export const exa = createClient();
