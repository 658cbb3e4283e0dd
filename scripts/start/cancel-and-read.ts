import { type CancelOutcome, createClient } from 'exa-enrichments';
import { captureFetch, type Exchange, toNockDefinitions } from 'exa-enrichments/contract';
import { messageOf } from '../message-of.ts';
import { tryReport, writeReport } from './reports.ts';
import type { StepResult } from './step.ts';
import type { Target } from './target.ts';

export interface CancelDone {
  readonly result: StepResult;
  readonly traffic: Traffic;
}

/** Where the traffic was written, or why there is none. */
export type Traffic = { readonly recording: string } | { readonly missing: string };

/**
 * Cancels through the real client, reads back until it is confirmed, and keeps the traffic: also where the cancel or a
 * read fails, for then it is what tells why.
 */
export async function cancelAndRead(target: Target, folder: string): Promise<CancelDone> {
  const exchanges: Exchange[] = [];
  const recording = `${folder}/${target.source}-traffic.json`;
  try {
    await tryReport(recording);
  } catch (error) {
    // A cancel can't be undone, nor its answers be had again: who could not keep them does not ask for them.
    const line = `Nothing was sent, for its traffic can not be written: ${messageOf(error)}`;
    return { result: { ok: false, line }, traffic: { missing: 'nothing was sent' } };
  }
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
  if (exchanges.length === 0) return { result, traffic: { missing: 'nothing was answered' } };
  try {
    await writeReport(recording, toNockDefinitions(exchanges));
  } catch (error) {
    const line = `${result.line}; its traffic can not be written: ${messageOf(error)}`;
    return { result: { ok: false, line }, traffic: { missing: 'it could not be written' } };
  }
  return { result, traffic: { recording } };
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
      : `the cancel answered ${statusIn(accepted.response.body)}`;
  const seconds = (elapsedMs / 1000).toFixed(1);
  const line = `${answer}; ${polls} reads and ${seconds} s later it is "${outcome}" (${source})`;
  return { ok: outcome === 'canceled', line };
}

/** As the enrichment says it; what is none is the contract's to judge, and was settled by a read. */
function statusIn(body: unknown): string {
  try {
    return JSON.stringify((JSON.parse(String(body)) as { status: string }).status);
  } catch {
    return 'no JSON';
  }
}
