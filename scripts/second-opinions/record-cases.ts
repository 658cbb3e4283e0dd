import { type DatedExchange, headerMap, toHar } from '../../src/contract/index.ts';
import { createSimulator, type SeenExchange } from '../../src/simulator/index.ts';
import { cases } from './cases.ts';

export interface Recorded {
  readonly har: string;
  /** For each exchange of the file, the traffic that it belongs to. */
  readonly trafficOf: readonly string[];
}

/** Plays all cases and records them in one file: a start of Redocly costs more than judging them. */
export async function recordCases(): Promise<Recorded> {
  const exchanges: DatedExchange[] = [];
  const trafficOf: string[] = [];
  for (const { traffic, situations, ask } of cases) {
    for (const situation of situations) {
      const onExchange = (seen: SeenExchange): void => {
        exchanges.push(exchangeOf(seen, exchanges.length));
        trafficOf.push(traffic);
      };
      const simulator = createSimulator({ clock: 'manual', ...situation, onExchange });
      const { webset, enrichment } = simulator.running;
      await ask(simulator, `https://api.exa.ai/websets/v0/websets/${webset}/enrichments/${enrichment}`);
    }
  }
  return { har: toHar(exchanges, { creator: { name: 'second opinions', version: '1' } }), trafficOf };
}

function exchangeOf({ request, response, entry }: SeenExchange, index: number): DatedExchange {
  return {
    request: { ...request, headers: mapOf(request.headers) },
    response: { ...response, headers: mapOf(response.headers) },
    recording: { file: 'simulator', index },
    recordedAt: entry.at,
  };
}

function mapOf(headers: SeenExchange['request']['headers']): ReturnType<typeof headerMap> {
  return headerMap(
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  );
}
