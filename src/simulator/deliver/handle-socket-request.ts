import type { IncomingMessage, ServerResponse } from 'node:http';
import { exchange } from '../exchange.ts';
import type { Incoming } from '../incoming.ts';
import type { Simulation } from '../simulation.ts';
import { sendOverSocket } from './send-over-socket.ts';

/** More than any request of this API has: a limit on memory. */
const LONGEST_BODY = 2 ** 20;

/** Reads a request from a socket, and sends what it is answered with. */
export async function handleSocketRequest(
  request: IncomingMessage,
  response: ServerResponse,
  simulation: Simulation,
): Promise<void> {
  const url = addressOf(request);
  if (url === undefined) return refuse(response, 400);
  const body = await readText(request);
  if (body === 'too long') return refuse(response, 413);
  const incoming: Incoming = {
    method: request.method ?? 'GET',
    url,
    headers: new Headers(request.headers as Record<string, string>),
    body: body === '' ? undefined : body,
  };
  await sendOverSocket(exchange(incoming, simulation), response, simulation.clock);
}

/** Normalised like any URL that `fetch` sends, so `..` leads where it would lead in production. */
function addressOf({ url = '/', headers }: IncomingMessage): URL | undefined {
  const address = url.startsWith('/') ? `http://${headers.host ?? 'localhost'}${url}` : url;
  return URL.canParse(address) ? new URL(address) : undefined;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) return 'too long';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
