import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Place } from '../contract.ts';
import { DescriptionError } from '../description/description-error.ts';
import { parseSource } from '../description/load/source.ts';
import { parsePlace } from '../finding.ts';
import { unescapeSegment } from '../json/pointer.ts';
import { show } from '../printable.ts';
import type { Difference, Found, NotCompared } from './difference.ts';
import { isWithin, type Side, spotOf } from './side.ts';

/** The list of this package, about the description of this package. */
export const FIDELITY_FILE: string = fileURLToPath(
  new URL('../../../openapi/fidelity.yaml', import.meta.url),
);

/** A difference that a row of the fidelity list tells of. */
interface KnownDifference {
  /** Id of the row, such as `F2`. */
  readonly row: string;
  readonly about: string;
  readonly rule: string;
  readonly subject: string;
  /** What is published, where the row is about no other value than this; null says that nothing is. */
  readonly upstream?: unknown;
  /** Ids of the publications that differ so; absent: all. */
  readonly publications?: readonly string[];
  /** JSON Pointer into the bundled description: the difference is there or below. */
  readonly at: string;
  /** Of the entry in the list. */
  readonly place: Place;
}

/** A description that Exa publishes, and that the list knows: several do not agree. */
export interface Publication {
  readonly id: string;
  readonly what: string;
}

export interface KnownList {
  readonly known: readonly KnownDifference[];
  /** The publication that has this title. */
  publicationOf(title: string): Publication | undefined;
}

interface FidelityFile {
  readonly sources: readonly (Publication & { readonly title?: string })[];
  readonly differences: readonly {
    readonly id: string;
    readonly about: string;
    readonly explains?: readonly (Omit<KnownDifference, 'row' | 'about' | 'at' | 'place'> & {
      readonly at: readonly string[];
    })[];
  }[];
}

/** Reads the differences that the fidelity list explains. Throws DescriptionError. */
export async function readKnownList(path: string, file: string): Promise<KnownList> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new DescriptionError(file, `can't be read (${error.code ?? error.message})`, { cause: error });
  });
  const source = parseSource(file, path, text);
  const { sources = [], differences } = Object(source.value) as Partial<FidelityFile>;
  if (!Array.isArray(differences))
    throw new DescriptionError(file, 'is no fidelity list: it has no `differences`');
  const rows: FidelityFile['differences'] = differences;
  const known = rows.flatMap(({ id: row, about, explains = [] }, index) =>
    explains.flatMap(({ at, ...entry }, number) => {
      const place = source.place(`/differences/${index}/explains/${number}`);
      return at.map((pointer) => ({ row, about, ...entry, at: pointer, place }));
    }),
  );
  return { known, publicationOf: (title) => sources.find((each) => each.title === title) };
}

export interface KnownApplied {
  /** The row that tells of a difference. */
  rowOf(found: Found): string | undefined;
  /** The rows of this publication whose difference is gone: it was put right, or says something else now. */
  gone(): Difference[];
  /** The rows that are neither right nor wrong, for what they tell of is under nothing that was compared. */
  notCompared(): NotCompared[];
}

/** Of a publication that the list does not know, any row may tell; that one no longer applies nobody can say. */
export function applyKnown(
  { known }: KnownList,
  publication: Publication | undefined,
  ours: Side,
): KnownApplied {
  const entries = known
    .filter(({ publications: ids }) => !ids || publication === undefined || ids.includes(publication.id))
    .map((entry) => ({ entry, spot: spotInFragment(ours, entry.at), used: false }));
  const unused = () => (publication === undefined ? [] : entries.filter(({ used }) => !used));
  const isCompared = (spot: string): boolean => [...ours.visited].some((visited) => isWithin(spot, visited));
  return {
    rowOf: (found) => {
      const telling = entries.filter(({ entry, spot }) => spot !== undefined && explains(entry, spot, found));
      for (const one of telling) one.used = true;
      return telling[0]?.entry.row;
    },
    gone: () =>
      unused()
        .filter(({ spot }) => spot === undefined || isCompared(spot))
        .map(({ entry: { row, about, rule, subject, at, place } }) => ({
          rule: 'known-difference-gone',
          impact: 'warning',
          subject: row,
          message: `row ${row} (${about}) no longer applies: ${rule} of ${subject} is not found`,
          operationId: '',
          at,
          more: 0,
          ours: { place: parsePlace(place) },
          upstream: { place: parsePlace(place) },
        })),
    notCompared: () =>
      unused()
        .filter(({ spot }) => spot !== undefined && !isCompared(spot))
        .map(({ entry: { row, about, place } }) => ({
          side: 'ours',
          what: `row ${row} (${about}): nothing that it tells of is published`,
          place: parsePlace(place),
          row,
        })),
  };
}

function explains({ rule, subject, upstream }: KnownDifference, spot: string, found: Found): boolean {
  const isPublished =
    upstream === undefined ||
    (upstream === null ? undefined : show(upstream)) ===
      (found.upstreamValue === undefined ? undefined : show(found.upstreamValue));
  return (
    rule === found.rule && subject === found.subject && isPublished && isWithin(spotOf(found.ours), spot)
  );
}

/**
 * Where a pointer into the bundled description leads to in the files that it was bundled from: the component of a name is
 * the file `components/schemas/Name.yaml`, and an operation is in the file of its path.
 */
function spotInFragment({ contract, description }: Side, pointer: string): string | undefined {
  const [, root = '', kind = '', name = '', ...rest] = pointer.split('/');
  const within = rest.map((segment) => `/${segment}`).join('');
  const folder = description.root.source.file.replace(/[^/]*$/, '');
  if (root === 'components') {
    const file = `${folder}components/${kind}/${name}.yaml`;
    return description.sources.some((source) => source.file === file) ? `${file}#${within}` : undefined;
  }
  const path = unescapeSegment(kind);
  const operation = contract.operations.find(
    (each) => each.path === path && each.method === name.toUpperCase(),
  );
  return operation && `${spotOf(operation.spec)}${within}`;
}
