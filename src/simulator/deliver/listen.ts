import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ErrorAnswer } from '../answers.ts';
import type { Delivery } from '../faults/fault.ts';
import { basePath } from '../operations/operation-table.ts';
import {
  checkList,
  checkNames,
  checkNumber,
  checkObject,
  refuse,
  SimulatorOptionError,
  show,
} from '../options/value-checks.ts';
import { type Arrival, type Incoming, logUnserved } from '../serve/request-log.ts';
import { exchange, refuseUnread } from '../serve/serve.ts';
import type { Simulation } from '../simulation.ts';
import { nodeModule } from './node-module.ts';
import { answerPreflight, isPreflight, misdirected, type Origins, pageOf, readableBy } from './pages.ts';
import { sendOverSocket } from './send-over-socket.ts';

/** How to serve. There is no host among it: what answers for production must not be met from another machine. */
export interface ListenOptions {
  /** Default 0: a free one. */
  readonly port?: number;
  /**
   * Lets pages in a browser call: those of these origins, such as `https://app.example`, and those on the loopback. A
   * request by another name than one of the loopback is refused then, for it may come from a page that gave its own name
   * the address of the loopback. Default: no page may call, and any name will do.
   */
  readonly origins?: readonly string[];
}

/** A real server on the loopback. */
export interface SimulatorServer {
  /** The address to give a client as its base URL: `http://127.0.0.1:<port>/websets`. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections, running answers too, and frees the port. Closing twice is closing. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** Serves the simulation on the loopback. @throws {SimulatorOptionError} where that can't be done. */
export async function listen(simulation: Simulation, options: ListenOptions): Promise<SimulatorServer> {
  checkListenOptions(options);
  const { port = 0 } = options;
  const origins = options.origins && new Set(options.origins);
  const { createServer } = nodeModule('node:http');
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    handle(request, response, simulation, origins).catch(() => response.destroy());
  });
  const bound = await bind(server, port);
  return { url: `http://${host}:${bound}${basePath}`, port: bound, close: () => close(server) };
}

function checkListenOptions(options: ListenOptions): void {
  checkObject('what listen takes', options);
  checkNames('listen', options, ['port', 'origins']);
  const { port, origins } = options;
  if (port !== undefined) checkNumber('port', port, { most: 65_535, whole: true });
  if (origins === undefined) return;
  checkList('origins', origins);
  for (const origin of origins)
    if (!isOrigin(origin))
      refuse(`an origin is such as https://app.example, or null; ${show(origin)} is none`);
}

/** As a browser writes it, or no request would ever come from it. */
function isOrigin(text: unknown): boolean {
  return (
    typeof text === 'string' && (text === 'null' || (URL.canParse(text) && new URL(text).origin === text))
  );
}

/** The backlog is for clients that open a thousand connections at once. */
async function bind(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `can't be listened on (${error.code})`;
      reject(new SimulatorOptionError(`port ${port} ${reason}`));
    });
    server.listen({ port, host, backlog: 4_096 }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Running answers are ended too: a stalled one would keep the server open for ever. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads a request from a socket, and sends what it is answered with. */
async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  simulation: Simulation,
  origins: Origins | undefined,
): Promise<void> {
  const read = await readRequest(request);
  if ('error' in read) response.shouldKeepAlive = false;
  const page = origins && pageOf(read.headers, origins);
  const delivery = decide(read, page, simulation, origins);
  const readable = page === undefined ? delivery : { ...delivery, answer: readableBy(page, delivery.answer) };
  await sendOverSocket(readable, response, simulation.clock);
}

function decide(
  read: Incoming | Unreadable,
  page: string | undefined,
  simulation: Simulation,
  origins: Origins | undefined,
): Delivery {
  if ('error' in read) return refuseUnread(read, read.error, simulation);
  const refusal = origins && misdirected(read);
  if (refusal !== undefined) return refuseUnread(read, refusal, simulation);
  if (origins === undefined || !isPreflight(read)) return exchange(read, simulation);
  const answer = answerPreflight(read, page, simulation);
  logUnserved(read, { at: simulation.now(), status: answer.status }, simulation);
  return { answer, wire: { kind: 'whole' } };
}

/** A request that can't be read, and what it is refused with. */
interface Unreadable extends Arrival {
  readonly error: ErrorAnswer;
}

/** More than any request of this API has: a limit on memory. */
const LONGEST_BODY = 2 ** 20;

async function readRequest(request: IncomingMessage): Promise<Incoming | Unreadable> {
  const method = request.method ?? 'GET';
  const headers = new Headers(request.headers as Record<string, string>);
  const url = addressOf(request);
  const body = await readText(request);
  if (url === undefined) return { method, headers, url: addressAsSent(request), error: badAddress };
  if (body === 'too long') return { method, headers, url, error: tooLong };
  return { method, url, headers, body: body === '' ? undefined : body };
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
