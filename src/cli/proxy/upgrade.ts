import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerWith, reasonOf, refuse, sentHeaders, whyUngiven, whyUnreached } from './messages.ts';
import { askedOf } from './proxy-target.ts';
import type { Way } from './to-target.ts';

/**
 * Passes a request to go on in another protocol, such as WebSocket. Where the target agrees, the two connections are one from
 * then on, and the exchange is over; else its answer is one like any other, and the last one of the connection.
 */
export function relayUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, way: Way): void {
  const { target, onPassed, onLost } = way;
  // Node writes what is answered here too: it only has no response made for it.
  const response = new ServerResponse(request);
  response.assignSocket(socket as Socket);
  response.on('finish', () => socket.end());
  socket.on('error', () => socket.destroy());
  const asked = askedOf(request, target);
  if ('why' in asked) {
    refuse(request, response, asked);
    return;
  }
  const { path } = asked;
  const { method = 'GET', headers } = request;
  const sent = [...sentHeaders(request, target), 'Connection', 'Upgrade', 'Upgrade', headers.upgrade ?? ''];
  const [sentBody, givenBody] = [way.copyOf(), way.copyOf()];
  const [startedAt, started] = [Date.now(), performance.now()];
  const onward = way.send(request, path, sent);
  let isAnswered = false;

  const tell = (answer: IncomingMessage): void => {
    const took = performance.now() - started;
    const url = target.origin + target.basePath + path;
    onPassed({ startedAt, took, method, url, sent, sentBody, answer, givenBody });
    givenBody.release();
  };
  socket.on('close', () => onward.destroy());
  onward.on('upgrade', (answer, there, first) => {
    isAnswered = true;
    response.sendDate = false;
    response.writeHead(101, reasonOf(answer), [...answer.rawHeaders]);
    response.flushHeaders();
    response.detachSocket(socket as Socket);
    tell(answer);
    join(socket, there, head, first);
  });
  onward.on('response', (answer) => {
    isAnswered = true;
    const why = whyUngiven(answer, target);
    if (why !== undefined) {
      onLost(why);
      refuse(request, response, { status: 502, why });
      onward.destroy();
      return;
    }
    answerWith(answer, response, { request, path, target, isLast: true });
    response.flushHeaders();
    answer.on('data', (chunk: Buffer) => givenBody.add(chunk));
    answer.on('error', () => socket.destroy());
    answer.on('close', () => {
      if (!answer.complete) givenBody.breakOff();
      tell(answer);
    });
    answer.pipe(response);
  });
  onward.on('error', (error) => {
    if (isAnswered || socket.destroyed) return;
    const why = whyUnreached(error, target);
    onLost(why);
    refuse(request, response, { status: 502, why });
  });
  onward.end();
}

/**
 * Some clients, such as Java's, offer HTTP/2 with any request, be it one with a body. It need not be taken (RFC 9110, section
 * 7.8), and the request is one like any other: it is given back to the server without the offer.
 *
 * @returns whether it was such a request
 */
export function takeWithoutHttp2(
  server: Server,
  { method, url, httpVersion, headers, rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): boolean {
  if (!/^\s*h2c\s*$/i.test(headers.upgrade ?? '')) return false;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    if (!/^(?:connection|upgrade|http2-settings)$/i.test(rawHeaders[at] ?? ''))
      lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  const others = (headers.connection ?? '')
    .split(',')
    .filter((each) => !/^\s*(?:upgrade|http2-settings)?\s*$/i.test(each));
  if (others.length > 0) lines.push(`Connection: ${others.join(',')}`);
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
  return true;
}

/** Two sockets as one, and what came of each with the heads. */
function join(here: Duplex, there: Duplex, sent: Buffer, given: Buffer): void {
  for (const [one, other] of [
    [here, there],
    [there, here],
  ] as const) {
    if (one instanceof Socket) one.setTimeout(0).setNoDelay(true);
    one.on('error', () => other.destroy());
    one.on('close', () => (other instanceof Socket ? other.destroySoon() : other.destroy()));
    one.pipe(other);
  }
  if (sent.length > 0) there.write(sent);
  if (given.length > 0) here.write(given);
}
