import { resolve } from 'node:path';
import type { Description } from '../description/load/description.ts';
import { loadDescription } from '../description/load/load-description.ts';
import { descriptionUrl, fetchDescription, shown } from './fetch-description.ts';

export interface Published {
  readonly description: Description;
  /** What a file of it is called for people: one that was fetched has a URL. */
  rename(file: string): string;
}

/**
 * Loads a published description from a file, or from a URL. A fetched one has to be whole: what it refers to in other
 * files is not fetched. Throws DescriptionError.
 */
export async function loadPublished(
  from: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  allowRefs?: readonly string[],
): Promise<Published> {
  const url = descriptionUrl(from);
  if (url === undefined)
    return { description: await loadDescription(from, { allowRefs }), rename: (file) => file };
  const text = await fetchDescription(url, fetch);
  // A path that no file has, in a folder of its own: it is but a name to load the text by.
  const folder = resolve('/fetched');
  const name = shown(url).replace(/[^\w.-]+/g, '-');
  const path = resolve(folder, name);
  const read = async (file: string): Promise<string> => {
    if (file !== path) throw new Error('what a fetched description refers to is not fetched');
    return text;
  };
  return {
    description: await loadDescription(path, { relativeTo: folder, readText: read }),
    rename: (file) => (file === name ? shown(url) : file),
  };
}
