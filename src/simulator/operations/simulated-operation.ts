import { type ErrorAnswer, enrichmentNotFound, websetNotFound } from '../answers.ts';
import type { EnrichmentState } from '../lifecycle.ts';
import type { Simulation } from '../simulation.ts';
import type { WebsetState } from '../store.ts';

/** What the service can answer: a body with its status, or an error that is still to be put in its shape. */
export type ServiceAnswer =
  | {
      readonly status: 200 | 201;
      readonly value: object;
      readonly assumed?: string;
      /** What the request changes, still to be done: a fault may keep it from taking effect. */
      readonly effect?: () => void;
    }
  | { readonly error: ErrorAnswer; readonly assumed?: string; readonly effect?: never };

/** One request for an operation. */
export interface Call {
  /** The decoded path parameters, by their names in the template. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly contentType: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Answers as if the request had taken effect, and leaves everything as it is. */
export type Serve = (call: Call, simulation: Simulation) => ServiceAnswer;

/** An operation that nothing describes: where it is has to be said here. */
export interface Neighbour {
  readonly method: 'GET' | 'POST';
  /** The path template, without the base path. */
  readonly path: string;
  readonly serve: Serve;
}

type Found =
  | { readonly webset: WebsetState; readonly state: EnrichmentState }
  | { readonly error: ErrorAnswer };

/** The enrichment that a call names, or the error it gets: none found, or a scenario that refuses it. */
export function findEnrichment({ parameters, now }: Call, { store }: Simulation): Found {
  const webset = store.webset(parameters['webset'] ?? '');
  if (webset === undefined) return { error: websetNotFound };
  const state = store.enrichment(webset, parameters['id'] ?? '', now);
  if (state === undefined) return { error: enrichmentNotFound };
  const { refusal } = state.behaviour;
  return refusal === undefined ? { webset, state } : { error: refusal };
}

/** The object that a request body holds, or `undefined` where it holds something else. */
export function sentObject(body: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
