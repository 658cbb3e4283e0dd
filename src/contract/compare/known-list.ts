import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DescriptionError } from '../description/limitations.ts';
import { parseSource, type Source } from '../description/load/source.ts';

/** A difference that a row of the fidelity list tells of. */
export interface KnownDifference {
  /** Id of the row, such as `F2`. */
  readonly row: string;
  readonly about: string;
  readonly rule: string;
  readonly subject: string;
  /** What is published, as JSON, where the row is about no other value than this. */
  readonly upstream: unknown;
  /** JSON Pointer into the bundled description: the difference is there or below. */
  readonly at: string;
  /** Of the entry in the list. */
  readonly pointer: string;
}

export interface KnownList {
  readonly source: Source;
  readonly known: readonly KnownDifference[];
}

interface Row {
  readonly id: string;
  readonly about: string;
  readonly explains?: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly upstream?: unknown;
    readonly at: readonly string[];
  }[];
}

/** The list of this package, about the description of this package. */
export const FIDELITY_FILE: string = fileURLToPath(
  new URL('../../../openapi/fidelity.yaml', import.meta.url),
);

/** Reads the differences that the fidelity list explains. Throws DescriptionError. */
export async function readKnownList(path: string, file: string): Promise<KnownList> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new DescriptionError(file, `can't be read (${error.code ?? error.message})`, { cause: error });
  });
  const source = parseSource(file, path, text);
  const rows = (source.value as { differences?: readonly Row[] } | null)?.differences;
  if (!Array.isArray(rows)) throw new DescriptionError(file, 'is no fidelity list: it has no `differences`');
  const known = (rows as readonly Row[]).flatMap(({ id, about, explains = [] }, index) =>
    explains.flatMap(({ rule, subject, upstream, at }, entry) =>
      at.map((pointer) => ({
        row: id,
        about,
        rule,
        subject,
        upstream,
        at: pointer,
        pointer: `/differences/${index}/explains/${entry}`,
      })),
    ),
  );
  return { source, known };
}
