// What a bundle is made of: it asks the service at $url, and says what came of it.
import { createClient, isNotFoundError } from 'exa-enrichments';

export async function ask(baseUrl) {
  const exa = createClient({ apiKey: 'not-a-real-key', baseUrl });
  const { outcome } = await exa.cancelAndWait(
    { webset: 'page', enrichment: 'wenrich_page' },
    { pollInterval: 50 },
  );
  const missing = await exa.get({ webset: 'page', enrichment: 'wenrich_none' }).catch((error) => error);
  return `${outcome} ${isNotFoundError(missing)}`;
}
