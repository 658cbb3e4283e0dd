import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

describe('in a browser', () => {
  it('bundles without a word about Node, answers by fetch, and says that it can not listen', async () => {
    const { outputFiles, warnings } = await build({
      entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'simulation',
      write: false,
    });
    const globals = {
      Request,
      Response,
      Headers,
      URL,
      AbortController,
      AbortSignal,
      ReadableStream,
      TextEncoder,
      btoa,
    };
    const run = `${outputFiles[0]?.text}
      const simulator = simulation.createSimulator();
      const { webset, enrichment } = simulator.running;
      const address = 'https://api.exa.ai/websets/v0/websets/' + webset + '/enrichments/' + enrichment;
      Promise.all([
        simulator.fetch(address, { headers: { 'x-api-key': 'k' } }).then((response) => response.json()),
        simulator.listen().catch(({ message }) => message),
      ]);`;
    const [body, message] = (await runInNewContext(run, globals)) as [unknown, unknown];

    expect(warnings).toEqual([]);
    expect(body).toMatchObject({ status: 'pending' });
    expect(message).toBe('listen() needs Node 20.16 or newer; use fetch here');
  });
});
