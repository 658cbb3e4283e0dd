import { createClient } from 'exa-enrichments';

export const exa = createClient({ baseUrl: process.env.GATEWAY_URL });
