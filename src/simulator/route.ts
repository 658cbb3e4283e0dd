import { cancelEnrichment } from './operations/cancel-enrichment.ts';
import { cancelWebset } from './operations/cancel-webset.ts';
import { createEnrichment } from './operations/create-enrichment.ts';
import { createWebset } from './operations/create-webset.ts';
import { getEnrichment } from './operations/get-enrichment.ts';
import { getWebset } from './operations/get-webset.ts';
import type { SimulatedOperation } from './operations/operation.ts';

/** The path that the simulator serves under, as production does. */
export const basePath = '/websets';

export interface Route {
  readonly operation: SimulatedOperation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Why a path leads nowhere: nothing is served there, or it holds a broken percent-encoding. */
export type NoRoute = 'unknown' | 'undecodable';

const served = [cancelEnrichment, getEnrichment, cancelWebset, getWebset, createEnrichment, createWebset];

/** What the simulator serves, by operationId. */
export const operationIds: readonly string[] = served.map(({ operationId }) => operationId);

const operations = served.map((operation) => ({ operation, template: operation.path.split('/') }));

/** The operation at a path, which is without the base path and still percent-encoded. */
export function route(method: string, path: string): Route | NoRoute {
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  for (const { operation, template } of operations) {
    if (operation.method !== method || template.length !== segments.length) continue;
    const parameters = match(template, segments);
    if (parameters === 'undecodable') return parameters;
    if (parameters !== undefined) return { operation, parameters };
  }
  return 'unknown';
}

function match(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | 'undecodable' | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith('{')) {
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
