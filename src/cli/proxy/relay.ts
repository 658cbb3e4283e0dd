import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { BodyCopy } from './capture.ts';
import { addTrailers, answerWith, isChunked, refuse, sentHeaders, whyUnreached } from './messages.ts';
import { askedOf } from './target.ts';
import type { Way } from './to-target.ts';

/** Sends a request on, and its answer back, as they come. */
export function relayRequest(request: IncomingMessage, response: ServerResponse, way: Way): void {
  const { target, onPassed, onLost } = way;
  const asked = askedOf(request, target);
  if ('why' in asked) {
    refuse(request, response, asked);
    return;
  }
  const { path } = asked;
  const sent = sentHeaders(request, target);
  const [sentBody, givenBody] = [way.copyOf(), way.copyOf()];
  const [startedAt, started] = [Date.now(), performance.now()];
  const hasBody = isChunked(request) || Number(request.headers['content-length'] ?? 0) > 0;
  const isExpecting = hasBody && request.headers.expect !== undefined;
  let answer: IncomingMessage | undefined;
  let isOver = false;

  const end = (lost: string): void => {
    if (isOver) return;
    isOver = true;
    if (hasBody && !request.complete) sentBody.breakOff();
    const took = performance.now() - started;
    const { method = 'GET' } = request;
    const url = target.origin + target.basePath + path;
    if (answer === undefined) onLost(lost);
    else onPassed({ startedAt, took, method, url, sent, sentBody, answer, givenBody });
    sentBody.release();
    givenBody.release();
  };

  const pass = (isAgain: boolean): void => {
    const onward = way.send(request, path, sent);
    let hasContinued = false;
    onward.on('continue', () => {
      hasContinued = true;
      response.writeContinue();
    });
    onward.on('response', (incoming) => {
      answer = incoming;
      // Whether what was announced will still be sent is not known then.
      const isLast = isExpecting && !hasContinued;
      answerWith(incoming, response, { request, path, target, isLast });
      incoming.on('data', (chunk: Buffer) => givenBody.add(chunk));
      incoming.pipe(response, { end: false });
      incoming.on('end', () => {
        addTrailers(response, incoming);
        response.end();
        end('');
      });
      incoming.on('error', () => {
        givenBody.breakOff();
        response.destroy();
        end('');
      });
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // What was answered is the answer: it may come before all was sent, and the rest is refused.
      if (answer !== undefined || isOver) return;
      // The target closed a connection that was idle, at the moment that it was used again.
      if (!isAgain && !hasBody && onward.reusedSocket && error.code === 'ECONNRESET') return pass(true);
      const why = whyUnreached(error, target);
      end(why);
      refuse(request, response, { status: 502, why });
    });
    onward.on('close', () => {
      // A client that is still sending would not hear the answer.
      request.unpipe(onward);
      request.resume();
    });
    // What a client does not wait for ends at the target too.
    response.once('close', () => {
      if (response.writableFinished) return;
      givenBody.breakOff();
      onward.destroy();
      end('the client did not wait for the answer');
    });
    passOn(request, onward, sentBody, { hasBody, isExpecting });
  };
  pass(false);
}

/** Sends the head at once where a body is to follow, and the body as it comes. */
function passOn(
  request: IncomingMessage,
  onward: ClientRequest,
  copy: BodyCopy,
  { hasBody, isExpecting }: { readonly hasBody: boolean; readonly isExpecting: boolean },
): void {
  if (!hasBody) {
    onward.end();
    return;
  }
  if (isExpecting) onward.flushHeaders();
  // Mostly the body is there already, and goes out with the head.
  else setImmediate(() => onward.destroyed || onward.flushHeaders());
  request.on('data', (chunk: Buffer) => copy.add(chunk));
  request.pipe(onward, { end: false });
  request.on('end', () => {
    if (onward.destroyed) return;
    addTrailers(onward, request);
    onward.end();
  });
}
