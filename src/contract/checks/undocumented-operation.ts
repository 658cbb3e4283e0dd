import type { FindingDraft } from '../check.ts';
import type { Engine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';

/** The request is one that the description knows. Runs where no operation was found. */
export function undocumentedOperation(engine: Engine, { request }: Exchange): FindingDraft {
  const methods = otherMethods(engine, request.method, request.url);
  return {
    message:
      methods.length === 0
        ? 'The description has no operation for this path.'
        : `The description has this path, but not this method: only ${methods.join(', ')}.`,
    target: 'request',
    received: `${request.method} ${request.url}`,
  };
}

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

function otherMethods(engine: Engine, method: string, url: string): string[] {
  return METHODS.filter((other) => other !== method && engine.match(other, url) !== undefined);
}
