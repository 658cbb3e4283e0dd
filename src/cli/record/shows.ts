import type { Exchange } from '../../contract/exchange.ts';

/** What a recording shows, in a sentence for its index: the statuses, and what was said of the enrichment. */
export function describeRecording(exchanges: readonly Exchange[]): string {
  const said = (wanted: boolean): readonly string[] =>
    exchanges.filter(({ request }) => (request.method === 'GET') === wanted).map(answerOf);
  const cancels = said(false).filter((answer, index, all) => answer !== all[index - 1]);
  const reads = said(true);
  const start = `A cancel answered ${cancels.join(', then ')}`;
  if (reads.length === 0) return `${start}.`;
  if (reads.length === 1) return `${start}; a read ${reads[0]}.`;
  return `${start}; ${reads.length} reads, the last ${reads.at(-1)}.`;
}

function answerOf({ response }: Exchange): string {
  const status = statusIn(response.body);
  return status === undefined ? String(response.status) : `${response.status} ${status}`;
}

function statusIn(body: unknown): string | undefined {
  try {
    const { status } = Object(JSON.parse(String(body)));
    return typeof status === 'string' ? status : undefined;
  } catch {
    return undefined;
  }
}
