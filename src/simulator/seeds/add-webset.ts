import { checkId, checkList, checkNames, checkObject, checkText, refuse } from '../options/check.ts';
import type { Simulation } from '../simulation.ts';
import type { WebsetState } from '../store.ts';
import { addEnrichment } from './add-enrichment.ts';
import type { WebsetSeed } from './seed.ts';

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
