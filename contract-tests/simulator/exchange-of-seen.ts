import { type Exchange, type HeaderMap, headerMap } from 'exa-enrichments/contract';
import type { SeenExchange } from 'exa-enrichments/simulator';

/** What the simulator tells of a request, in the form that the contract run judges. */
export function exchangeOfSeen({ request, response, entry }: SeenExchange): Exchange {
  return {
    request: { ...request, headers: mapOf(request.headers) },
    response: { ...response, headers: mapOf(response.headers) },
    recording: { file: '(simulator)', index: entry.index },
  };
}

function mapOf(headers: SeenExchange['response']['headers']): HeaderMap {
  return headerMap(
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  );
}
