import { type Node, placeOf } from '../description/load/description.ts';
import type { SpecPlace } from '../finding.ts';
import { parsePlace } from '../finding.ts';
import type { Difference } from './difference.ts';
import type { Found } from './found.ts';
import { jsonOf } from './json-of.ts';

/** A difference, and the node of ours that it was found at. */
export interface Grouped {
  readonly difference: Difference;
  readonly anchor: Node;
}

const LONGEST = 160;

/** One difference for each thing that differs: what many responses share is told once, and counted. */
export function groupFound(all: readonly Found[], rename: (file: string) => string): Grouped[] {
  const groups = new Map<string, Found[]>();
  for (const found of all) {
    const { rule, direction, subject, impact, message, ours } = found;
    const key = JSON.stringify([rule, direction, subject, impact, message, ours.source.path, ours.pointer]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [found]);
    else group.push(found);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Found];
    const { rule, impact, subject, message, operationId, at } = first;
    return {
      anchor: first.ours,
      difference: {
        rule,
        impact,
        subject,
        message,
        operationId,
        at,
        more: group.length - 1,
        ours: side(first.ours, first.oursValue, (file) => file),
        upstream: side(first.upstream, first.upstreamValue, rename),
      },
    };
  });
}

function side(node: Node, value: unknown, rename: (file: string) => string): Difference['ours'] {
  const place: SpecPlace = parsePlace(placeOf(node));
  const renamed = { ...place, file: rename(place.file) };
  if (value === undefined) return { place: renamed };
  const text = jsonOf(value);
  return { value: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, place: renamed };
}
