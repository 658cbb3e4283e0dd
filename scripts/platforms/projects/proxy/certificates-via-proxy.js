import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { createClient } from 'exa-enrichments';
import { ProxyAgent } from 'undici';

const dispatcher = new ProxyAgent({
  uri: process.env.HTTPS_PROXY,
  requestTls: {
    ca: [...rootCertificates, readFileSync('authority.pem', 'utf8')],
    cert: readFileSync('client.pem', 'utf8'),
    key: readFileSync('client.key', 'utf8'),
  },
});

export const exa = createClient({ fetchOptions: { dispatcher } });
