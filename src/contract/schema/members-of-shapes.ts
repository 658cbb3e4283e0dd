import type { Shape } from '../contract.ts';

/** The schemas of a member, by what each applied schema says of its name. */
export function schemasOfMember(shapes: readonly Shape[], name: string): string[] {
  return shapes.flatMap(({ properties, patternProperties, additional }) => {
    const ids =
      properties !== undefined && Object.hasOwn(properties, name) ? [properties[name] as string] : [];
    for (const [pattern, id] of Object.entries(patternProperties ?? {})) {
      if (regExpOf(pattern).test(name)) ids.push(id);
    }
    return ids.length === 0 && typeof additional === 'string' ? [additional] : ids;
  });
}

const regExps = new Map<string, RegExp>();

function regExpOf(pattern: string): RegExp {
  const known = regExps.get(pattern) ?? new RegExp(pattern, 'u');
  regExps.set(pattern, known);
  return known;
}

/** The schemas of a member that none names; null where that depends on its name, undefined where it is not documented. */
export function schemasOfOthers(shapes: readonly Shape[]): string[] | null | undefined {
  if (shapes.some(({ patternProperties }) => patternProperties !== undefined)) return null;
  const isKnown = isOpen(shapes) || shapes.every(({ properties }) => properties === undefined);
  return isKnown
    ? shapes.map(({ additional }) => additional).filter((id) => typeof id === 'string')
    : undefined;
}

/** A schema says of further members that there may be some, or what they are. */
export function isOpen(shapes: readonly Shape[]): boolean {
  return shapes.some(({ additional }) => additional !== undefined);
}
