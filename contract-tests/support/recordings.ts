import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Exchange, readRecordings } from 'exa-enrichments/contract';

export const RECORDINGS: string = fileURLToPath(new URL('../recordings', import.meta.url));

/** Every exchange of the recordings, in the order of files and places. */
export const recorded: readonly Exchange[] = await readAll([RECORDINGS]);

export async function readAll(paths: readonly string[]): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for await (const exchange of readRecordings(paths)) exchanges.push(exchange);
  return exchanges;
}

/** The body of a response, parsed. */
export function bodyOf({ response }: Exchange): unknown {
  return JSON.parse(String(response.body));
}

/** The exchange as it would be with another response body. */
export function withBody(exchange: Exchange, body: unknown): Exchange {
  const text = JSON.stringify(body);
  return { ...exchange, response: { ...exchange.response, body: text } };
}

/** Short, for the name of a test: `cancel.json 0 (200)`. */
export function nameOf({ recording, response }: Exchange): string {
  return `${basename(recording.file)} ${recording.index} (${response.status})`;
}

export function fileOf({ recording }: Exchange): string {
  return basename(recording.file);
}

/** The recorded exchange at a place, counted from 0. */
export function recordedAt(file: string, index: number): Exchange {
  const found = recorded.find((exchange) => fileOf(exchange) === file && exchange.recording.index === index);
  if (found === undefined) throw new Error(`${file} has no exchange ${index}`);
  return found;
}
