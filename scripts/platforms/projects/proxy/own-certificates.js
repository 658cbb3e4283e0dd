import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { createClient } from 'exa-enrichments';
import { Agent } from 'undici';

const dispatcher = new Agent({
  connect: {
    ca: [...rootCertificates, readFileSync('authority.pem', 'utf8')],
    cert: readFileSync('client.pem', 'utf8'),
    key: readFileSync('client.key', 'utf8'),
  },
});

export const exa = createClient({ baseUrl: process.env.GATEWAY_URL, fetchOptions: { dispatcher } });
