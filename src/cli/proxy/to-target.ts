import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type BodyCopy, bodyCopies, type Passed, type RawHeaders } from './capture.ts';
import { LONGEST_HEAD } from './messages.ts';
import type { Target } from './proxy-target.ts';

/** What is told of what passes. */
export interface PassingEvents {
  /** An exchange has passed; its bodies are the listener's until it returns. */
  readonly onPassed: (passed: Passed) => void;
  /** A request got no answer: the target gave none, or the client did not wait for it. */
  readonly onLost: (why: string) => void;
}

/** The way to a target. */
export interface Way extends PassingEvents {
  readonly target: Target;
  /** Opens a request, whose head is not sent yet. */
  send(request: IncomingMessage, path: string, headers: RawHeaders): ClientRequest;
  copyOf(): BodyCopy;
  /** Gives back the connections that are idle. */
  close(): void;
}

/** TLS is checked, as Node checks it. */
export function wayTo(target: Target, events: PassingEvents): Way {
  const isTls = target.origin.startsWith('https:');
  const agent = new (isTls ? HttpsAgent : HttpAgent)({ keepAlive: true, maxFreeSockets: 1024 });
  const ask = isTls ? httpsRequest : httpRequest;
  const { hostname, port } = new URL(target.origin);
  return {
    ...events,
    target,
    copyOf: bodyCopies(),
    send: ({ method }, path, headers) =>
      ask({
        // A socket wants what is in the brackets of an address.
        host: hostname.replace(/^\[|\]$/g, ''),
        port,
        method,
        path: target.basePath + path,
        headers,
        agent,
        maxHeaderSize: LONGEST_HEAD,
      }),
    close: () => agent.destroy(),
  };
}
