import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorAnswer } from '../error-answers.ts';
import { exchange } from '../exchange.ts';
import type { Incoming } from '../incoming.ts';
import type { Arrival } from '../log-request.ts';
import { refuseUnread } from '../refuse-unread.ts';
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
  const method = request.method ?? 'GET';
  const headers = new Headers(request.headers as Record<string, string>);
  const url = addressOf(request);
  const body = await readText(request);
  if (url === undefined || body === 'too long') {
    const arrival = { method, headers, url: url ?? addressAsSent(request) };
    const error = url === undefined ? badAddress : tooLong;
    response.shouldKeepAlive = false;
    return sendOverSocket(refuseUnread(arrival, error, simulation), response, simulation.clock);
  }
  const incoming: Incoming = { method, url, headers, body: body === '' ? undefined : body };
  await sendOverSocket(exchange(incoming, simulation), response, simulation.clock);
}

/** Normalised like any URL that `fetch` sends, so `..` leads where it would lead in production. */
function addressOf({ url = '/', headers }: IncomingMessage): URL | undefined {
  const address = url.startsWith('/') ? `http://${headers.host ?? 'localhost'}${url}` : url;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** What can't be a URL is told as it came. */
function addressAsSent({ url = '/', headers }: IncomingMessage): Arrival['url'] {
  return { origin: `http://${headers.host ?? 'localhost'}`, pathname: url };
}

/** To its end in any case: a client that is still sending would not hear the answer. */
async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST_BODY) chunks.push(chunk);
  }
  return length > LONGEST_BODY ? 'too long' : Buffer.concat(chunks).toString('utf8');
}

/** The words are invented. */
const badAddress: ErrorAnswer = { status: 400, shape: 'gateway', message: 'The address is not valid' };
const tooLong: ErrorAnswer = { status: 413, shape: 'gateway', message: 'The body is too long' };
