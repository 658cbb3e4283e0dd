import { isExaError } from 'exa-enrichments';
import { exa } from '../../../../exa.js';

export async function POST(request) {
  const { enrichment } = await request.json();
  try {
    const { outcome } = await exa.cancelAndWait(
      { webset: 'websets', enrichment },
      { pollInterval: 50, signal: request.signal },
    );
    return Response.json({ outcome });
  } catch (error) {
    if (!isExaError(error)) throw error;
    return Response.json(error, { status: 502 });
  }
}
