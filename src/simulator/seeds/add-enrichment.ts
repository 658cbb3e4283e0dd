import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import { type BehaviourOptions, behave } from '../behaviour.ts';
import { copyOf } from '../copy-of.ts';
import type { WebsetEnrichment } from '../lifecycle/enrichment.ts';
import { type NewEnrichment, startEnrichment } from '../lifecycle/start-enrichment.ts';
import { checkId, checkNames, checkObject, refuse, show } from '../options/check.ts';
import { checkBehaviour } from '../options/check-behaviour.ts';
import type { Simulation } from '../simulation.ts';
import type { WebsetState } from '../store.ts';
import type { EnrichmentSeed } from './seed.ts';

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
