import type { Exchange } from '../../exchange.ts';
import type { FindingDraft } from '../check.ts';
import type { Destination, Elsewhere } from '../match/destinations.ts';
import { pathBounds } from '../values/request-parts.ts';

/** The request is one that the description knows. Runs where no operation was found, or it may be another description's. */
export function undocumentedOperation(
  destination: Destination,
  { request }: Exchange,
  elsewhere: Elsewhere | undefined,
): FindingDraft {
  return {
    message: elsewhere === undefined ? noOperation(destination, request) : noServer(destination, elsewhere),
    target: 'request',
    received: `${request.method} ${request.url}`,
  };
}

function noServer({ kind }: Destination, { host, basePath = '' }: Elsewhere): string {
  if (kind === 'elsewhere') return `No documented server is at ${host}${basePath}.`;
  return basePath === ''
    ? 'The path lacks the base path of the documented server.'
    : `The path differs from a documented one by its base path, ${basePath}.`;
}

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

function noOperation({ match }: Destination, { method, url }: Exchange['request']): string {
  if (match(method, url) !== undefined)
    return 'A recorder replaced a part of the path, and several of the descriptions may have it.';
  const methods = METHODS.filter((other) => other !== method && match(other, url) !== undefined);
  if (methods.length > 0)
    return `The description has this path, but not this method: only ${methods.join(', ')}.`;
  const { end } = pathBounds(url);
  const hasSlash = url[end - 1] === '/';
  const other = `${url.slice(0, hasSlash ? end - 1 : end)}${hasSlash ? '' : '/'}`;
  if (match(method, other) === undefined) return 'The description has no operation for this path.';
  return `The path differs from a documented one by the slash at its end, which ${hasSlash ? 'the description does not have' : 'it lacks'}.`;
}
