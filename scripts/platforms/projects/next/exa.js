import { createClient } from 'exa-enrichments';

// One client for the whole server. Its reads are never cached, so a page that calls it is rendered for each request.
export const exa = createClient({ baseUrl: process.env.EXA_BASE_URL });
