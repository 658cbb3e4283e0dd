import { exa } from '../../exa.js';

// React answers equal reads of one page with one response; those of the client it must leave alone.
export default async function Page() {
  const { outcome } = await exa.cancelAndWait(
    { webset: 'websets', enrichment: 'wenrich_waited_for' },
    { pollInterval: 50, timeout: 10_000 },
  );
  return <p>outcome: {outcome}</p>;
}
