import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Operation, Place } from '../contract.ts';
import { DescriptionError } from '../description/limitations.ts';
import { loadDescription } from '../description/load/load-description.ts';
import { parsePlace } from '../finding.ts';
import { show } from '../printable.ts';
import { compareOperations } from './compare-operations.ts';
import {
  type Difference,
  type DifferenceSide,
  type Found,
  IMPACTS,
  type Impact,
  type NotCompared,
} from './difference.ts';
import {
  applyKnown,
  FIDELITY_FILE,
  type KnownList,
  type Publication,
  readKnownList,
} from './known-differences.ts';
import { loadPublished } from './load-published.ts';
import { type Side, sideOf } from './side.ts';

/** What `compare` answers. The shape is public: `compare --format json` prints it. */
export interface Comparison {
  readonly version: 1;
  readonly ours: Compared;
  readonly upstream: Compared & {
    /** Which publication it is, where the fidelity list knows it. */
    readonly publication?: Publication;
  };
  readonly operations: {
    /** operationIds of ours that are published, and that are not. */
    readonly matched: readonly string[];
    readonly missing: readonly string[];
  };
  /** Known differences are counted apart. */
  readonly summary: Readonly<Record<Impact, number>> & {
    readonly known: number;
    readonly notCompared: number;
  };
  readonly differences: readonly Difference[];
  readonly notCompared: readonly NotCompared[];
}

export interface Compared {
  readonly title: string;
  readonly version: string;
  readonly file: string;
}

export interface CompareOptions {
  /** Our description; default: the fragment of this package, whose known differences are in its fidelity list. */
  readonly api?: string | undefined;
  /** Compares only these of our operations, by operationId. Default: all. */
  readonly operations?: readonly string[] | undefined;
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
  from: string,
  { api, operations: wanted = [], allowRefs, fetch, onFiles }: CompareOptions = {},
): Promise<Comparison> {
  const own = await (api === undefined
    ? loadDescription(FRAGMENT, { relativeTo: PACKAGE })
    : loadDescription(api, { allowRefs }));
  const { description, rename } = await loadPublished(from, fetch, allowRefs);
  await onFiles?.([...own.sources, ...description.sources].map(({ path }) => path));
  const [ours, upstream] = [sideOf(own), sideOf(description)];
  const { found, skipped, matched, missing } = compareOperations(operationsOf(ours, wanted), {
    ours,
    upstream,
  });
  const list =
    api === undefined ? await readKnownList(FIDELITY_FILE, relative(PACKAGE, FIDELITY_FILE)) : NOTHING_KNOWN;
  const publication = list.publicationOf(upstream.contract.title);
  // Of an operation that is not compared nothing is known: its rows are neither right nor wrong.
  const known = applyKnown(list, publication, ours);
  const placed = (place: Place): DifferenceSide['place'] => {
    const parsed = parsePlace(place);
    return { ...parsed, file: rename(parsed.file) };
  };
  const differences = [...grouped(found, known.rowOf, placed), ...known.gone()];
  const notCompared = [
    ...skipped.map(({ side, what, place }): NotCompared => ({ side, what, place: placed(place) })),
    ...known.notCompared(),
  ];
  const told = [...new Map(notCompared.map((each) => [JSON.stringify(each), each])).values()];
  const order = (difference: Difference): number => IMPACTS.indexOf(difference.impact);
  return {
    version: 1,
    ours: compared(ours, (file) => file),
    upstream: { ...compared(upstream, rename), ...(publication && { publication }) },
    operations: { matched, missing },
    summary: { ...countImpacts(differences), notCompared: told.length },
    differences: differences.sort((a, b) => order(a) - order(b)),
    notCompared: told,
  };
}

const NOTHING_KNOWN: KnownList = { known: [], publicationOf: () => undefined };

/** Throws DescriptionError. */
function operationsOf({ contract, description }: Side, wanted: readonly string[]): readonly Operation[] {
  const { operations } = contract;
  for (const id of wanted) {
    if (operations.some(({ operationId }) => operationId === id)) continue;
    const ids = operations.map(({ operationId }) => operationId).join(', ');
    throw new DescriptionError(description.root.source.file, `has no operation ${id}; it has ${ids}`);
  }
  return wanted.length === 0
    ? operations
    : operations.filter(({ operationId }) => wanted.includes(operationId));
}

/** One difference for each thing that differs: what many responses or operations share is told once, and counted. */
function grouped(
  all: readonly Found[],
  rowOf: (found: Found) => string | undefined,
  placed: (place: Place) => DifferenceSide['place'],
): Difference[] {
  const groups = new Map<string, Found[]>();
  for (const found of all) {
    const { rule, direction, subject, impact, message, ours, at } = found;
    // Of operations as a whole those are alike that read alike.
    const where = at === '' ? '' : ours;
    const key = JSON.stringify([rule, direction, subject, impact, message, where]);
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  const side = (place: Place, value: unknown): DifferenceSide =>
    value === undefined ? { place: placed(place) } : { value: show(value), place: placed(place) };
  return [...groups.values()].map((group) => {
    const [first] = group as [Found];
    const { rule, impact, subject, message, operationId, at } = first;
    const [row] = group.map(rowOf);
    return {
      rule,
      impact,
      subject,
      message,
      operationId,
      at,
      more: group.length - 1,
      ours: side(first.ours, first.oursValue),
      upstream: side(first.upstream, first.upstreamValue),
      ...(row !== undefined && { knownBy: row }),
    };
  });
}

function countImpacts(differences: readonly Difference[]): Record<Impact | 'known', number> {
  const summary = { breaking: 0, warning: 0, info: 0, known: 0 };
  for (const { impact, knownBy } of differences) summary[knownBy === undefined ? impact : 'known']++;
  return summary;
}

function compared({ contract, description }: Side, rename: (file: string) => string): Compared {
  const { title, version } = contract;
  return { title, version, file: rename(description.root.source.file) };
}
