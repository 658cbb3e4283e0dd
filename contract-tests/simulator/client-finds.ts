import { createClient, isExaError } from 'exa-enrichments';
import { createSimulator, type FaultName, type FaultParameters } from 'exa-enrichments/simulator';

/** Small enough for a test, and still too much for the client below. */
const parameters: Partial<Record<FaultName, FaultParameters>> = {
  delay: { ms: 60_000 },
  drip: { ms: 1_000 },
  'gzip-bomb': { bytes: 8 * 2 ** 20 },
};

/** Of these the client gets to know by its timeout alone. */
const ENDLESS: readonly FaultName[] = ['delay', 'drip', 'silence', 'stall'];

/** The name of the error with which our client answers a fault, over a real socket. */
export async function clientFinds(fault: FaultName): Promise<string> {
  const simulator = createSimulator({ script: [{ fault, ...parameters[fault] }] });
  const server = await simulator.listen();
  const timeout = ENDLESS.includes(fault) ? 300 : 30_000;
  const client = createClient({ apiKey: 'not-a-real-key', baseUrl: server.url, maxRetries: 0, timeout });
  try {
    await client.cancel(simulator.running);
    return 'nothing';
  } catch (error) {
    return isExaError(error) ? error.name : `no error of the client: ${String(error)}`;
  } finally {
    await server.close();
  }
}
