import { exa } from '../../exa.js';

// React answers equal reads of one page with one response; those of the client it must leave alone.
export default async function Page() {
  const ref = { webset: 'websets', enrichment: 'wenrich_waited_for' };
  await exa.cancel(ref);
  const { outcome } = await exa.waitForEnd(ref, { pollInterval: 50, timeout: 10_000 });
  return <p>outcome: {outcome}</p>;
}
