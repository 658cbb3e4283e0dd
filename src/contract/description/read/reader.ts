import type { Unread, Wrong } from '../../contract.ts';
import type { LimitationList } from '../limitations.ts';
import { DescriptionError } from '../limitations.ts';
import { child, type Description, fail, mapOf, type Node, placeOf } from '../load/description.ts';
import type { SchemaReader } from '../schemas/schema-reader.ts';
import type { OpenapiVersion } from './version.ts';

/** What every part of reading a description works with. */
export interface DescriptionReader {
  readonly description: Description;
  readonly version: OpenapiVersion;
  readonly schemas: SchemaReader;
  readonly limitations: LimitationList;
}

/** Reads a part; why that can't be done is told, and `otherwise` stands in its place. */
export function attempt<T>(
  { limitations }: DescriptionReader,
  read: () => T,
  otherwise: (unread: Unread) => T,
): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    const { kind, place: spec, reason: what } = error;
    limitations.add(kind, spec, what);
    return otherwise({ kind, what, spec });
  }
}

/** Of what could not be read, what every exchange that passes by is told: not what is only not understood. */
export function wrongOf({ kind, what, spec }: Unread): Wrong[] {
  return kind === 'wrong' ? [{ what, spec }] : [];
}

/** The members of the map, or the items of the list, under a key; none where there is no such key. Throws DescriptionError. */
export function membersAt(
  { description }: DescriptionReader,
  holder: Node,
  key: string,
  form: 'map' | 'list',
): [key: string, member: Node][] {
  const found = child(holder, key);
  if (found === undefined) return [];
  const at = description.deref(found);
  if (form === 'map') mapOf(at, key);
  else if (!Array.isArray(at.value)) fail(at, `${key} must be a list`);
  return description.members(found);
}

/** What stands under a key that OpenAPI has since 3.2; before that it has no meaning, which is told. */
export function sinceOpenapi32(
  { version, limitations }: DescriptionReader,
  holder: Node,
  key: string,
): Node | undefined {
  const found = child(holder, key);
  if (found === undefined || version === '3.2') return found;
  limitations.add('unsupported', placeOf(found), `${key} is not judged: OpenAPI ${version} does not have it`);
  return undefined;
}
