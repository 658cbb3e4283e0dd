import { createSimulator } from 'exa-enrichments/simulator';

// Started outside of the test environments, since it needs Node. Each of them has a Webset of its own.
export default async function startSimulator() {
  const simulator = createSimulator({
    rateLimit: 'off',
    timings: { cancelTakes: 300 },
    websets: ['node', 'commonjs', 'jsdom', 'fixed-jsdom', 'happy-dom'].map((externalId) => ({
      externalId,
      enrichments: [{ id: 'wenrich_read' }, { id: 'wenrich_canceled' }],
    })),
  });
  const { url, close } = await simulator.listen();
  process.env.EXA_BASE_URL = url;
  globalThis.closeSimulator = close;
}
