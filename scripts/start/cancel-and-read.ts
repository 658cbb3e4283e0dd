import { createClient } from 'exa-enrichments';
import { captureFetch, type Exchange, toNockDefinitions } from 'exa-enrichments/contract';
import { writeReport } from './reports.ts';
import type { StepResult } from './step.ts';
import type { Target } from './target.ts';

/** Cancels through the real client, reads back until it is confirmed, and keeps the traffic. */
export async function cancelAndRead(target: Target): Promise<{ result: StepResult; recording: string }> {
  const exchanges: Exchange[] = [];
  const recording = `reports/${target.source}-traffic.json`;
  const client = createClient({
    ...(target.baseUrl !== undefined && { baseUrl: target.baseUrl }),
    ...(target.apiKey !== undefined && { apiKey: target.apiKey }),
    fetch: captureFetch(globalThis.fetch, (exchange) => exchanges.push(exchange), { file: recording }),
  });
  const { webset, enrichment } = target;
  const result = await client.cancelAndWait({ webset, enrichment });
  await writeReport(recording, toNockDefinitions(exchanges));
  const canceled = result.outcome === 'canceled';
  const seconds = (result.elapsedMs / 1000).toFixed(1);
  const first = JSON.parse(String(exchanges[0]?.response.body)) as { status: string };
  const line = `the cancel answered "${first.status}"; ${result.polls} reads and ${seconds} s later it is "${result.outcome}"`;
  return { result: { ok: canceled, line: `${line} (${target.source})` }, recording };
}
