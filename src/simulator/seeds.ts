import { validateWebsetEnrichment } from '../../generated/client-validators.js';
import { type NewEnrichment, startEnrichment, type WebsetEnrichment } from './lifecycle.ts';
import { checkBehaviour } from './options/check-behaviour.ts';
import type { EnrichmentSeed, WebsetSeed } from './options/simulator-options.ts';
import {
  checkId,
  checkList,
  checkNames,
  checkObject,
  checkText,
  refuse,
  show,
} from './options/value-checks.ts';
import { type BehaviourOptions, behave } from './scenarios.ts';
import type { Simulation } from './simulation.ts';
import { copyOf, type WebsetState } from './store.ts';

/** One Webset in which one enrichment runs. */
export const defaultWebsets: readonly WebsetSeed[] = [{ enrichments: [{}] }];

/** As published. */
const LONGEST_EXTERNAL_ID = 300;

/** Adds a Webset with its enrichments. @throws {SimulatorOptionError} where the seed makes no sense. */
export function addWebset(seed: WebsetSeed, simulation: Simulation): WebsetState {
  checkWebset(seed);
  const webset: WebsetState = {
    id: seed.id ?? simulation.createId('webset'),
    externalId: seed.externalId ?? null,
    createdAt: simulation.now(),
    canceledAt: undefined,
    enrichments: new Map(),
  };
  simulation.store.addWebset(webset);
  for (const enrichment of seed.enrichments ?? []) addEnrichment(webset, enrichment, simulation);
  return webset;
}

function checkWebset(seed: unknown): void {
  checkObject('a webset', seed);
  checkNames('a webset', seed, ['id', 'externalId', 'enrichments']);
  const { id, externalId, enrichments } = seed;
  if (id !== undefined) checkId('the id of a webset', id);
  if (externalId !== undefined) checkText('an externalId', externalId);
  if (String(externalId).length > LONGEST_EXTERNAL_ID) refuse('an externalId has at most 300 characters');
  if (enrichments !== undefined) checkList('the enrichments of a webset', enrichments);
}

const behaviours: readonly (keyof BehaviourOptions)[] = ['scenario', 'timings', 'assumptions'];
const fields: readonly (keyof NewEnrichment)[] = [
  'id',
  'description',
  'format',
  'options',
  'title',
  'instructions',
  'metadata',
];

/** Adds an enrichment, and answers its id. @throws {SimulatorOptionError} where the seed makes no sense. */
export function addEnrichment(webset: WebsetState, seed: EnrichmentSeed, simulation: Simulation): string {
  checkSeed(seed);
  const { scenario, timings, assumptions, ...given } = seed;
  const base = scenario === undefined ? simulation.behaviour : simulation.plainBehaviour;
  const behaviour = behave(defined({ scenario, timings, assumptions }), base);
  const id = seed.id ?? simulation.createId('wenrich');
  if (webset.enrichments.has(id)) refuse(`two enrichments are called ${show(id)}`);
  const state = startEnrichment({ ...given, id, websetId: webset.id }, behaviour, simulation.now());
  if (!validateWebsetEnrichment(state.enrichment)) {
    const [error] = validateWebsetEnrichment.errors ?? [];
    refuse(`the enrichment ${show(id)} is not valid: ${error?.instancePath} ${error?.message}`);
  }
  simulation.store.putEnrichment(webset, { ...state, enrichment: ownCopy(state.enrichment) });
  return id;
}

/** The caller keeps its objects, and may change them. */
function ownCopy(enrichment: WebsetEnrichment): WebsetEnrichment {
  try {
    return copyOf(enrichment);
  } catch {
    return refuse(`the enrichment ${show(enrichment.id)} is not valid: it can't be written as JSON`);
  }
}

function checkSeed(seed: unknown): void {
  checkObject('an enrichment', seed);
  checkNames('an enrichment', seed, [...fields, ...behaviours]);
  if (seed['id'] !== undefined) checkId('the id of an enrichment', seed['id']);
  checkBehaviour(seed);
}

/** Leaves out what is undefined: an option that is not given, and one that is given as undefined, are the same. */
function defined(
  options: { [Name in keyof BehaviourOptions]: BehaviourOptions[Name] | undefined },
): BehaviourOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
