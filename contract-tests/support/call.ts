import type { Enrichment, EnrichmentRef, ExaClient } from 'exa-enrichments';
import type { Exchange } from 'exa-enrichments/contract';

const CALL = /^POST \S*\/websets\/([^/]+)\/enrichments\/([^/]+)\/cancel$/;
const READ = /^GET \S*\/websets\/([^/]+)\/enrichments\/([^/]+)$/;

/** Does with the client what was done in a recorded exchange; `raw` where a body was sent, for no other call sends one. */
export async function callAgain(client: ExaClient, { request }: Exchange): Promise<Enrichment> {
  const line = `${request.method} ${request.url}`;
  const [, webset, enrichment] = CALL.exec(line) ?? READ.exec(line) ?? [];
  if (webset === undefined || enrichment === undefined) throw new Error(`the client has no call for ${line}`);
  const ref = { webset: decodeURIComponent(webset), enrichment: decodeURIComponent(enrichment) };
  if (request.body !== undefined) return cancelWithBody(client, ref);
  return CALL.test(line) ? client.cancel(ref) : client.get(ref);
}

async function cancelWithBody(client: ExaClient, { webset, enrichment }: EnrichmentRef): Promise<Enrichment> {
  const { data, error } = await client.raw.POST('/v0/websets/{webset}/enrichments/{id}/cancel', {
    params: { path: { webset, id: enrichment } },
    body: {},
  });
  if (data === undefined) throw new Error('the cancel was refused', { cause: error });
  return data;
}
