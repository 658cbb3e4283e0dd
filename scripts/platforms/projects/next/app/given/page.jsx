import { createClient } from 'exa-enrichments';

// A `fetch` of one's own. Next.js and React look for cache mode and signal among its options, and there alone.
const exa = createClient({
  baseUrl: process.env.EXA_BASE_URL,
  fetch: ({ url, method, headers, redirect }, { signal }) =>
    fetch(url, { method, headers, redirect, signal, cache: 'no-store' }),
});

export default async function Page() {
  const ref = { webset: 'websets', enrichment: 'wenrich_given' };
  const { status } = await exa.get(ref);
  await exa.cancel(ref);
  const { outcome } = await exa.waitForEnd(ref, { pollInterval: 50, timeout: 10_000 });
  return (
    <p>
      status: {status}, outcome: {outcome}
    </p>
  );
}
