import { type Description, type Node, placeOf } from '../description/load/description.ts';
import { parsePlace } from '../finding.ts';
import type { Difference } from './difference.ts';
import type { Grouped } from './group-found.ts';
import { jsonOf } from './json-of.ts';
import type { KnownDifference, KnownList } from './known-list.ts';
import { locateInFragment } from './locate-in-fragment.ts';

/**
 * Names the row of the fidelity list on each difference that one explains. A row whose difference is gone is a
 * difference itself: either the publication was put right, or it says something else now.
 */
export function applyKnown(
  groups: readonly Grouped[],
  { source, known }: KnownList,
  ours: Description,
  missing: readonly string[],
): Difference[] {
  const entries = known.map((entry) => ({ entry, node: locateInFragment(ours, entry.at), used: false }));
  const differences = groups.map(({ difference, anchor }) => {
    const found = entries.filter(
      ({ entry, node }) => node !== undefined && explains(entry, node, difference, anchor),
    );
    for (const one of found) one.used = true;
    const row = found[0]?.entry.row;
    return row === undefined ? difference : { ...difference, knownBy: row };
  });
  // Of an operation that is not published nothing is known: its rows are neither right nor wrong.
  if (missing.length > 0) return differences;
  const gone = entries
    .filter(({ used }) => !used)
    .map(({ entry, node }): Difference => {
      const place = parsePlace(source.place(entry.pointer));
      return {
        rule: 'known-difference-gone',
        impact: 'warning',
        subject: entry.row,
        message: `row ${entry.row} (${entry.about}) no longer applies: ${entry.rule} of ${entry.subject} is not found`,
        operationId: '',
        at: entry.at,
        more: 0,
        ours: { place: node === undefined ? place : parsePlace(placeOf(node)) },
        upstream: { place },
      };
    });
  return [...differences, ...gone];
}

function explains(entry: KnownDifference, node: Node, difference: Difference, anchor: Node): boolean {
  const { rule, subject, upstream } = difference;
  return (
    rule === entry.rule &&
    subject === entry.subject &&
    isPublished(entry.upstream, upstream.value) &&
    anchor.source.path === node.source.path &&
    (anchor.pointer === node.pointer || anchor.pointer.startsWith(`${node.pointer}/`))
  );
}

/** Null in the list says that nothing is published there; nothing in the list, that it does not matter what. */
function isPublished(expected: unknown, value: string | undefined): boolean {
  if (expected === undefined) return true;
  return expected === null ? value === undefined : jsonOf(expected) === value;
}
