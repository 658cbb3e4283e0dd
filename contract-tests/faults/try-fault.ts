import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type ClientOptions, createClient, type ExaClient } from 'exa-enrichments';
import type { Fault, Result, Scene } from './fault.ts';
import { judge, outcomeOf, type Settled } from './judge.ts';
import { startServer } from './wire/raw-server.ts';
import { ok, okFor } from './wire/replies.ts';

export const KEY = 'not-a-real-key-1f4c7b';
export const REF = { webset: 'webset_01example', enrichment: 'wenrich_01example' } as const;

const LET_GO_MS = 3000;

/** Sets the scene, plays the fault, and judges what the client did. */
export async function tryFault(fault: Fault): Promise<Result> {
  const {
    answers = [okFor],
    serve = (given) => startServer(given),
    client = {},
    call = cancel,
    want,
  } = fault;
  const elsewhere = await startServer([ok()]);
  const scene: { -readonly [Name in keyof Scene]: Scene[Name] } = {
    server: elsewhere,
    elsewhere,
    controller: new AbortController(),
  };
  scene.server = await serve(typeof answers === 'function' ? await answers(scene) : answers);
  const { server, controller } = scene;
  const lines: string[] = [];
  const log = (message: string, fields?: object): void => void lines.push(message, inDetail(fields));
  const options: ClientOptions = {
    apiKey: KEY,
    baseUrl: `${server.url}/websets`,
    timeout: 10_000,
    logger: { debug: log, warn: log },
  };
  const started = performance.now();
  const settled = await settle(async () => {
    const exa = createClient({ ...options, ...(typeof client === 'function' ? client(scene) : client) });
    return await call(exa, scene);
  });
  const ms = performance.now() - started;
  const busy = (): number => server.busy + elsewhere.busy;
  while (busy() > 0 && performance.now() - started - ms < (want.letGo ?? LET_GO_MS)) await sleep(5);
  const complaints = judge(want, {
    settled,
    requests: server.requests.length,
    ms,
    said: 'error' in settled ? [...lines, inDetail(settled.error)].join('\n') : lines.join('\n'),
    key: KEY,
    busy: busy(),
    listeners: getEventListeners(controller.signal, 'abort').length,
    elsewhere: elsewhere.connections,
    also: want.also?.(scene),
  });
  await Promise.all([server.close(), elsewhere.close()]);
  const { attempts, mayHaveSucceeded: may } = Object('error' in settled ? settled.error : undefined);
  return {
    fault: fault.fault,
    outcome: outcomeOf(settled),
    attempts,
    may,
    requests: server.requests.length,
    ms,
    complaints,
  };
}

function cancel(exa: ExaClient, { controller }: Scene): Promise<unknown> {
  return exa.cancel(REF, { signal: controller.signal });
}

async function settle(run: () => Promise<unknown>): Promise<Settled> {
  try {
    return { value: await run() };
  } catch (error) {
    return { error };
  }
}

/** Everything that anybody could ever see of a value. */
function inDetail(value: unknown): string {
  const { stack } = Object(value);
  return [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value), stack].join('\n');
}
