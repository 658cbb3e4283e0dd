import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { BodyCopy } from './capture.ts';
import {
  type Answered,
  addTrailers,
  answerWith,
  isChunked,
  refuse,
  sentHeaders,
  whyUngiven,
  whyUnreached,
} from './messages.ts';
import { askedOf } from './proxy-target.ts';
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

  const end = (lost = ''): void => {
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

  const lose = (why: string): void => {
    if (answer !== undefined || isOver) return;
    end(why);
    refuse(request, response, { status: 502, why });
  };

  const pass = (isAgain: boolean): void => {
    const onward = way.send(request, path, sent);
    let hasContinued = false;
    let isSentAgain = false;
    onward.on('continue', () => {
      hasContinued = true;
      response.writeContinue();
    });
    onward.on('response', (incoming) => {
      // Whether what was announced will still be sent is not known then.
      const isLast = isExpecting && !hasContinued;
      const ungiven = whyUngiven(incoming, target);
      if (ungiven !== undefined) {
        lose(ungiven);
        onward.destroy();
        return;
      }
      answer = incoming;
      giveBack(incoming, response, { request, path, target, isLast }, givenBody, end);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // What was answered is the answer: it may come before all was sent, and the rest is refused.
      if (answer !== undefined || isOver) return;
      // The target closed a connection that was idle, at the moment that it was used again.
      if (!isAgain && !hasBody && onward.reusedSocket && error.code === 'ECONNRESET') {
        isSentAgain = true;
        return pass(true);
      }
      lose(whyUnreached(error, target));
    });
    onward.on('close', () => {
      // A client that is still sending would not hear the answer.
      request.unpipe(onward);
      request.resume();
      // It is closed without a word where the target went over to another protocol that nobody asked for.
      if (!isSentAgain) lose(`Failed to reach ${target.origin}: it gave no answer.`);
    });
    // What a client does not wait for ends at the target too.
    response.once('close', () => {
      if (response.writableFinished) return;
      givenBody.breakOff();
      onward.destroy();
      end('The client did not wait for the answer.');
    });
    passOn(request, onward, sentBody, { hasBody, isExpecting });
  };
  pass(false);
}

/** Gives the client an answer as it comes. Most come in one piece: they are given in one. */
function giveBack(
  answer: IncomingMessage,
  response: ServerResponse,
  answered: Answered,
  copy: BodyCopy,
  onEnd: () => void,
): void {
  answer.on('data', (chunk: Buffer) => {
    copy.add(chunk);
    if (!response.headersSent && isWhole(answer)) {
      answerWith(answer, response, answered, chunk.length);
      // As a text it is one piece with the head; each byte of it is a character.
      response.write(chunk.toString('latin1'), 'latin1');
      return;
    }
    if (!response.headersSent) answerWith(answer, response, answered);
    if (response.write(chunk)) return;
    answer.pause();
    response.once('drain', () => answer.resume());
  });
  answer.on('end', () => {
    if (!response.headersSent) answerWith(answer, response, answered);
    addTrailers(response, answer);
    response.end();
    onEnd();
  });
  answer.on('error', () => {
    copy.breakOff();
    response.destroy();
    onEnd();
  });
  // What is streamed may begin long after its head.
  setImmediate(() => {
    if (response.headersSent || response.destroyed) return;
    answerWith(answer, response, answered);
    response.flushHeaders();
  });
}

/** Whether nothing is to come behind the first piece. */
function isWhole({ complete, readableLength, rawTrailers }: IncomingMessage): boolean {
  return complete && readableLength === 0 && rawTrailers.length === 0;
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
