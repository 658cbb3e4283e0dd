// For workerd: each request to the worker carries the server's address, and is answered with the claims.
import { smoke } from '../smoke.ts';

// biome-ignore lint/style/noDefaultExport: workerd looks for nothing else
export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await smoke(new URL(request.url).searchParams.get('base') ?? ''));
  },
};
