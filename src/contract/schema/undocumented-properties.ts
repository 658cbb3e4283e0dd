import type { Contract } from '../contract.ts';
import { escapeSegment } from '../json/pointer.ts';
import { type AppliedShape, applicableShapes, itemSchemas, memberSchemas } from './applicable-shapes.ts';

export interface UndocumentedProperty {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  /** The schema of the object that holds it. */
  readonly schema: string;
}

/** Every property of a value that no schema which applies to it names. A schema that names none leaves it open. */
export function* undocumentedProperties(
  contract: Contract,
  id: string,
  value: unknown,
): Generator<UndocumentedProperty> {
  yield* visit(contract, [id], value, '');
}

function* visit(
  contract: Contract,
  ids: readonly string[],
  value: unknown,
  path: string,
): Generator<UndocumentedProperty> {
  if (typeof value !== 'object' || value === null) return;
  const applied = ids.flatMap((id) => applicableShapes(contract, id, value));
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* visit(contract, itemSchemas(applied, index), item, `${path}/${index}`);
    }
    return;
  }
  const owner = ownerOf(applied);
  for (const [name, member] of Object.entries(value)) {
    const at = `${path}/${escapeSegment(name)}`;
    const { schemas, documented } = memberSchemas(applied, name);
    if (documented) yield* visit(contract, schemas, member, at);
    else if (owner !== undefined) yield { path: at, name, value: member, schema: owner };
  }
}

/** The first schema that names properties: an object of which nothing is said has nothing undocumented. */
function ownerOf(applied: readonly AppliedShape[]): string | undefined {
  return applied.find(({ shape }) => shape.properties !== undefined)?.id;
}
