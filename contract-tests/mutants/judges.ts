import { createClient } from 'exa-enrichments';
import { bundledContract, type Exchange, type Finding, verifyExchange } from 'exa-enrichments/contract';
import { callAgain } from '../support/call.ts';
import { withBody } from '../support/recordings.ts';

/** Where the engine minds a body. A finding about anything but the body's schema stands there by its name. */
export interface Verdict {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export function engineVerdict(exchange: Exchange, body: unknown): Verdict {
  const findings = verifyExchange(bundledContract, withBody(exchange, body));
  return {
    errors: places(findings, 'error', 'response-schema-conformance'),
    warnings: places(findings, 'warning', 'undocumented-property'),
  };
}

function places(findings: readonly Finding[], severity: string, expected: string): readonly string[] {
  return findings
    .filter((finding) => finding.severity === severity)
    .map(({ check, dataPath = '' }) => (check === expected ? dataPath : `not a place: ${check}`));
}

/** What the client makes of an answer with this body: what it resolves to, or rejects with. */
export function clientOutcome(exchange: Exchange, body: unknown): Promise<unknown> {
  const { status } = exchange.response;
  const fetch = async (): Promise<Response> => Response.json(body, { status });
  const client = createClient({ apiKey: 'not-a-real-key', maxRetries: 0, fetch });
  return callAgain(client, askingFor(exchange, body)).catch((error: unknown) => error);
}

/** Some ids that the schema allows can stand in no path, so that no answer about them can be asked for. */
export function canBeAskedFor(id: unknown): id is string {
  return typeof id === 'string' && !/^\.{0,2}$|\p{Surrogate}/u.test(id);
}

/** The same exchange about the enrichment that the body tells of: the client believes no answer about another one. */
function askingFor(exchange: Exchange, body: unknown): Exchange {
  const { id } = Object(body);
  if (!canBeAskedFor(id)) return exchange;
  const { request } = exchange;
  const url = request.url.replace(/(?<=\/enrichments\/)[^/]+/, () => encodeURIComponent(id));
  return { ...exchange, request: { ...request, url } };
}
