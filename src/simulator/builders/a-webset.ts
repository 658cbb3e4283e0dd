import type { WebsetBody } from '../operations/webset-body.ts';

/**
 * A Webset for a test, with the fields that were observed. The fragment does not describe Websets, so nothing
 * checks it.
 */
export function aWebset(given: Partial<WebsetBody> = {}): WebsetBody {
  return {
    id: 'webset_01zzzzexamp1ewebset0000001',
    object: 'webset',
    status: 'running',
    externalId: null,
    title: null,
    searches: [],
    imports: [],
    enrichments: [],
    monitors: [],
    excludes: [],
    metadata: {},
    createdAt: '2026-01-15T09:29:58.000Z',
    updatedAt: '2026-01-15T09:29:58.000Z',
    ...given,
  };
}
