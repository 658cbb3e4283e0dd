import type { Exchange } from '../../contract/exchange.ts';

/** What a recording shows, in a sentence for its index: the statuses, and what was said of the enrichment. */
export function describeRecording(exchanges: readonly Exchange[]): string {
  const [first, ...others] = exchanges.map(({ request, response }) => {
    const said = statusIn(response.body);
    return { method: request.method, answer: `${response.status}${said === undefined ? '' : ` ${said}`}` };
  });
  if (first === undefined) return 'Nothing.';
  const last = others.at(-1);
  const again = others.filter(({ method }) => method === first.method).length;
  const retries = again === 0 ? '' : `, asked ${again + 1} times`;
  const reads = others.length - again;
  const start = `A cancel answered ${first.answer}${retries}`;
  if (last === undefined) return `${start}.`;
  if (reads === 0)
    return last.answer === first.answer ? `${start}.` : `${start}, the last answered ${last.answer}.`;
  return reads === 1
    ? `${start}, and a read ${last.answer}.`
    : `${start}, and ${reads} reads, the last answered ${last.answer}.`;
}

function statusIn(body: unknown): string | undefined {
  try {
    const { status } = Object(JSON.parse(String(body)));
    return typeof status === 'string' ? status : undefined;
  } catch {
    return undefined;
  }
}
