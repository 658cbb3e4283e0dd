import type { Enrichment, ExaClient } from 'exa-enrichments';
import type { Exchange } from 'exa-enrichments/contract';

const CALL = /^POST \S*\/websets\/([^/]+)\/enrichments\/([^/]+)\/cancel$/;
const READ = /^GET \S*\/websets\/([^/]+)\/enrichments\/([^/]+)$/;

/** Does with the client what was done in a recorded exchange. */
export function callAgain(client: ExaClient, { request }: Exchange): Promise<Enrichment> {
  const line = `${request.method} ${request.url}`;
  const [, webset, enrichment] = CALL.exec(line) ?? READ.exec(line) ?? [];
  if (webset === undefined || enrichment === undefined) throw new Error(`the client has no call for ${line}`);
  const ref = { webset: decodeURIComponent(webset), enrichment: decodeURIComponent(enrichment) };
  return CALL.test(line) ? client.cancel(ref) : client.get(ref);
}
