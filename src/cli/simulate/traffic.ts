import { VERSION } from '../../client/version.ts';
import { headerMap } from '../../contract/exchange.ts';
import { type DatedExchange, SIMULATOR_CREATOR, toHar } from '../../contract/recordings/index.ts';
import type { SeenExchange } from '../../simulator/index.ts';

/** The traffic of a simulator, kept until it is written. */
export interface Traffic {
  add(exchange: SeenExchange): void;
  /** How many exchanges there are. */
  readonly count: number;
  /** Whether there were more than are kept. */
  readonly full: boolean;
  /** As HAR 1.2, marked as what it is. */
  toHar(): string;
}

/** Some 200 MB: a simulator that was forgotten must not fill the memory. */
const MOST = 100_000;

export function createTraffic(file: string, most: number = MOST): Traffic {
  const exchanges: DatedExchange[] = [];
  let full = false;
  return {
    add(exchange) {
      full = exchanges.length >= most;
      if (!full) exchanges.push(exchangeOf(exchange, file, exchanges.length));
    },
    get count() {
      return exchanges.length;
    },
    get full() {
      return full;
    },
    toHar: () =>
      toHar(exchanges, {
        creator: { name: SIMULATOR_CREATOR, version: VERSION },
        comment: 'source: simulator. It proves the tool chain, never the API.',
      }),
  };
}

function exchangeOf({ request, response, entry }: SeenExchange, file: string, index: number): DatedExchange {
  return {
    request: { ...request, headers: mapOf(request.headers) },
    response: { ...response, headers: mapOf(response.headers) },
    recording: { file, index },
    recordedAt: entry.at,
  };
}

function mapOf(headers: Readonly<Record<string, readonly string[]>>): ReturnType<typeof headerMap> {
  return headerMap(
    Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  );
}
