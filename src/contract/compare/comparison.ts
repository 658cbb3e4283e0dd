import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { child, type Description } from '../description/load/description.ts';
import { loadDescription } from '../description/load/load-description.ts';
import { applyKnown } from './apply-known.ts';
import { compareDescriptions } from './compare-descriptions.ts';
import { type Difference, IMPACTS, type Impact } from './difference.ts';
import { groupFound } from './group-found.ts';
import { FIDELITY_FILE, readKnownList } from './known-list.ts';
import { loadPublished } from './load-published.ts';

/** What `compare` answers. The shape is public: `compare --format json` prints it. */
export interface Comparison {
  readonly version: 1;
  readonly ours: Compared;
  readonly upstream: Compared;
  readonly operations: {
    /** operationIds of ours that are published, and that are not. */
    readonly matched: readonly string[];
    readonly missing: readonly string[];
  };
  /** Known differences are counted apart. */
  readonly summary: Readonly<Record<Impact, number>> & { readonly known: number };
  readonly differences: readonly Difference[];
}

export interface Compared {
  readonly title: string;
  readonly version: string;
  readonly file: string;
}

export interface CompareOptions {
  /** Our description; default: the fragment of this package, whose known differences are in its fidelity list. */
  readonly api?: string | undefined;
  /** Folders outside of their projects that the descriptions may refer to. */
  readonly allowRefs?: readonly string[] | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** Told which files both descriptions were read from, before they are compared; the comparison waits for it. */
  readonly onFiles?: ((files: readonly string[]) => Promise<void> | void) | undefined;
}

const FRAGMENT = fileURLToPath(new URL('../../../openapi/openapi.yaml', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));

/** Holds our description against a published one (a file, or a URL to fetch). Throws DescriptionError. */
export async function compare(
  upstream: string,
  { api, allowRefs, fetch, onFiles }: CompareOptions = {},
): Promise<Comparison> {
  const ours = await (api === undefined
    ? loadDescription(FRAGMENT, { relativeTo: PACKAGE })
    : loadDescription(api, { allowRefs }));
  const { description, rename } = await loadPublished(upstream, fetch, allowRefs);
  await onFiles?.([...ours.sources, ...description.sources].map(({ path }) => path));
  const { found, matched, missing } = compareDescriptions(ours, description);
  const groups = groupFound(found, rename);
  const differences =
    api === undefined
      ? applyKnown(
          groups,
          await readKnownList(FIDELITY_FILE, relative(PACKAGE, FIDELITY_FILE)),
          ours,
          missing,
        )
      : groups.map(({ difference }) => difference);
  const order = (difference: Difference): number => IMPACTS.indexOf(difference.impact);
  return {
    version: 1,
    ours: compared(ours, (file) => file),
    upstream: compared(description, rename),
    operations: { matched, missing },
    summary: countImpacts(differences),
    differences: differences.sort((a, b) => order(a) - order(b)),
  };
}

function countImpacts(differences: readonly Difference[]): Comparison['summary'] {
  const summary = { breaking: 0, warning: 0, info: 0, known: 0 };
  for (const { impact, knownBy } of differences) summary[knownBy === undefined ? impact : 'known']++;
  return summary;
}

function compared({ root }: Description, rename: (file: string) => string): Compared {
  const info = child(root, 'info');
  const text = (key: string): string => String((info && child(info, key)?.value) ?? '');
  return { title: text('title'), version: text('version'), file: rename(root.source.file) };
}
