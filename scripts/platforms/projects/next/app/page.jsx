import { exa } from '../exa.js';

export default async function Page() {
  const { status } = await exa.get({ webset: 'websets', enrichment: 'wenrich_shown' });
  return <p>status: {status}</p>;
}
