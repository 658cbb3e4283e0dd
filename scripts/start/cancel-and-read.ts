import { type CancelOutcome, createClient } from 'exa-enrichments';
import { captureFetch, type Exchange, toNockDefinitions } from 'exa-enrichments/contract';
import { writeReport } from './reports.ts';
import type { StepResult } from './step.ts';
import type { Target } from './target.ts';

export interface CancelDone {
  readonly result: StepResult;
  /** Where the traffic was written; undefined where nothing was answered. */
  readonly recording: string | undefined;
}

/**
 * Cancels through the real client, reads back until it is confirmed, and keeps the traffic: also where the cancel or a
 * read fails, for then it is what tells why.
 */
export async function cancelAndRead(target: Target, folder: string): Promise<CancelDone> {
  const exchanges: Exchange[] = [];
  const recording = `${folder}/${target.source}-traffic.json`;
  const client = createClient({
    ...(target.baseUrl !== undefined && { baseUrl: target.baseUrl }),
    ...(target.apiKey !== undefined && { apiKey: target.apiKey }),
    fetch: captureFetch(globalThis.fetch, (exchange) => exchanges.push(exchange), { file: recording }),
  });
  const { webset, enrichment } = target;
  const result = await client.cancelAndWait({ webset, enrichment }).then(
    (outcome) => resultOf(outcome, exchanges, target),
    (error: unknown): StepResult => ({ ok: false, line: messageOf(error) }),
  );
  if (exchanges.length === 0) return { result, recording: undefined };
  await writeReport(recording, toNockDefinitions(exchanges));
  return { result, recording };
}

function resultOf(
  { outcome, polls, elapsedMs }: CancelOutcome,
  exchanges: readonly Exchange[],
  { source }: Target,
): StepResult {
  const accepted = exchanges.find(
    ({ request, response }) => request.method === 'POST' && response.status === 200,
  );
  // Refused, and read back as ended: the client settles that by itself.
  const answer =
    accepted === undefined
      ? 'the cancel was refused'
      : `the cancel answered "${(JSON.parse(String(accepted.response.body)) as { status: string }).status}"`;
  const seconds = (elapsedMs / 1000).toFixed(1);
  const line = `${answer}; ${polls} reads and ${seconds} s later it is "${outcome}" (${source})`;
  return { ok: outcome === 'canceled', line };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
