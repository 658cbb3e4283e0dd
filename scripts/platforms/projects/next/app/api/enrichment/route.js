import { exa } from '../../../exa.js';

export async function GET() {
  const { status } = await exa.get({ webset: 'websets', enrichment: 'wenrich_shown' });
  return Response.json({ status });
}
