import { operations as described } from '../../../generated/client-operations.js';
import type { ErrorAnswer } from '../answers.ts';
import { cancelEnrichment, createEnrichment, getEnrichment } from './enrichments.ts';
import type { Neighbour, Serve } from './simulated-operation.ts';
import { cancelWebset, createWebset, getWebset } from './websets.ts';

/** The path that the simulator serves under, as production does. */
export const basePath = '/websets';

/** What has a lifecycle here, of the operations that the fragment describes. */
const lifecycles: Readonly<Record<string, Serve>> = {
  'websets-enrichments-cancel': cancelEnrichment,
  'websets-enrichments-get': getEnrichment,
};

/** Not described, and served all the same: to set things up, and to see that a client never got to them. */
const neighbours: Readonly<Record<string, Neighbour>> = {
  'websets-cancel': cancelWebset,
  'websets-get': getWebset,
  'websets-enrichments-create': createEnrichment,
  'websets-create': createWebset,
};

/** One operation that the simulator knows. */
interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly template: readonly string[];
  readonly serve: Serve;
}

export interface Route {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Why a path leads nowhere: nothing is served there, or it holds a broken percent-encoding. */
export type NoRoute = 'unknown' | 'undecodable';

/** The operation at a path, which is without the base path and still percent-encoded. */
export type Router = (method: string, path: string) => Route | NoRoute;

/** Routes to the operations that are described, by `METHOD /path`, and to the neighbours of those. */
export function createRouter(described: Readonly<Record<string, string>>): Router {
  const operations = operationsOf(described);
  return (method, path) => {
    const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
    for (const operation of operations) {
      if (operation.method !== method || operation.template.length !== segments.length) continue;
      const parameters = match(operation.template, segments);
      if (parameters === 'undecodable') return parameters;
      if (parameters !== undefined) return { operation, parameters };
    }
    return 'unknown';
  };
}

export const route: Router = createRouter(described);

/** What is known here, simulated or not, by operationId. */
export const operationIds: readonly string[] = operationsOf(described).map(({ operationId }) => operationId);

/** Where two could be meant, the one whose path has more words of its own comes first. */
function operationsOf(described: Readonly<Record<string, string>>): readonly Operation[] {
  const known = Object.entries(described).map(([address, operationId]): Operation => {
    const [method = '', path = ''] = address.split(' ');
    const serve = lifecycles[operationId] ?? neighbours[operationId]?.serve ?? unsimulated(operationId);
    return { operationId, method, template: path.split('/'), serve };
  });
  const ids = new Set(Object.values(described));
  const others = Object.entries(neighbours)
    .filter(([operationId]) => !ids.has(operationId))
    .map(([operationId, { path, ...rest }]) => ({ operationId, template: path.split('/'), ...rest }));
  return [...known, ...others].toSorted((a, b) => parametersIn(a) - parametersIn(b));
}

function parametersIn({ template }: Operation): number {
  return template.filter(isParameter).length;
}

/** Described, and nothing more is known of it here: that is said, and not that it is not there. */
function unsimulated(operationId: string): Serve {
  const message = `The simulator has no lifecycle for ${operationId}, and does not make one up`;
  const error: ErrorAnswer = { status: 501, shape: 'service', message };
  return () => ({ error });
}

function match(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | 'undecodable' | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (!isParameter(part)) {
      if (part !== segment) return undefined;
      continue;
    }
    if (segment === '') return undefined;
    const value = decode(segment);
    if (value === undefined) return 'undecodable';
    parameters[part.slice(1, -1)] = value;
  }
  return parameters;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isParameter(part: string): boolean {
  return part.startsWith('{');
}
