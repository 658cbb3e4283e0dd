import { escapeSegment } from '../../json/pointer.ts';

/** A place in a value, as a list from there to the root: pointers are made where one is told. Undefined is the root. */
export interface At {
  readonly parent: At | undefined;
  readonly key: string | number;
  /** The description names it: a property, or a place of `prefixItems`. A key of a map and an item of a list are data. */
  readonly isDeclared: boolean;
}

/** JSON Pointer into the value. */
export function pathOf(at: At | undefined): string {
  return segments(at, ({ key }) => escapeSegment(String(key)));
}

/** The same with `*` for what the description does not name: equal wherever in lists and maps it is. */
export function locationOf(at: At | undefined): string {
  return segments(at, ({ key, isDeclared }) => (isDeclared ? escapeSegment(String(key)) : '*'));
}

function segments(at: At | undefined, segment: (at: At) => string): string {
  const parts: string[] = [];
  for (let each = at; each !== undefined; each = each.parent) parts.push(`/${segment(each)}`);
  return parts.reverse().join('');
}
