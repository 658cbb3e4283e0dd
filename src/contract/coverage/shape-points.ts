import type { Contract, Shape } from '../contract.ts';
import type { PointsOfShape, ShapePoints } from '../schema/node-marks.ts';
import { show } from '../show.ts';
import type { AddPoint } from './add-point.ts';

/** A schema that bodies are judged by; with a reason where no recording can show what it says. */
export interface SchemaUse {
  readonly schema: string;
  readonly reason: string | undefined;
}

/** The points of all schemas that are in use; one that is used in several places has them once. */
export function createShapePoints(
  shapes: Contract['shapes'],
  uses: readonly SchemaUse[],
  add: AddPoint,
): PointsOfShape {
  const points = new Map<string, ShapePoints>();
  // What some use can show is eligible, whatever another use of it is: those come last.
  const left = [...uses]
    .sort((a, b) => Number(a.reason !== undefined) - Number(b.reason !== undefined))
    .reverse();
  const later: SchemaUse[] = [];
  for (let use = left.pop() ?? later.shift(); use !== undefined; use = left.pop() ?? later.shift()) {
    const shape = shapes[use.schema];
    if (shape === undefined || points.has(use.schema)) continue;
    points.set(use.schema, pointsOfShape(shape, shapes, use.reason, add));
    // Backwards, so that they are taken off the end in the order of the description.
    for (const schema of partsOf(shape).reverse()) {
      const reason = use.reason ?? reasonAgainst(shapes[schema]);
      if (reason === use.reason) left.push({ schema, reason });
      else later.push({ schema, reason });
    }
  }
  return (id) => points.get(id);
}

function pointsOfShape(
  shape: Shape,
  shapes: Contract['shapes'],
  reason: string | undefined,
  add: AddPoint,
): ShapePoints {
  const { name, spec } = shape;
  const properties = new Map(
    Object.entries(shape.properties ?? {}).map(([property, id]) => {
      const at = shapes[id]?.spec ?? spec;
      const only = isOnlyNull(shapes[id]) ? 'only null may stand there' : undefined;
      const why = reason ?? reasonAgainst(shapes[id]) ?? only;
      return [property, add('property', `${name}.${property}`, at, why)];
    }),
  );
  const values = new Map(
    enumValues(shape, shapes).map((value) => {
      const why = reason ?? (isOfType(value, shape.types) ? undefined : 'the type excludes it');
      return [value, add('enum-value', `${name} = ${show(value)}`, spec, why)];
    }),
  );
  const never = (size: NonNullable<Shape['size']>): string | undefined =>
    reason ?? (shape.size === size ? `it is ${size.replace('-', ' ')}` : undefined);
  const sized = (kind: 'array' | 'map', empty: string, filled: string): Partial<ShapePoints> => ({
    empty: add(kind, `${name} = ${empty}`, spec, never('never-empty')),
    filled: add(kind, `${name} = ${filled}`, spec, never('always-empty')),
  });
  return {
    properties,
    values,
    ...(isNullable(shape, shapes) && { null: add('null-branch', `${name} = null`, spec, reason) }),
    ...(isArray(shape) && sized('array', '[]', '[…]')),
    ...(isMap(shape, shapes) && sized('map', '{}', '{…}')),
  };
}

/** Why a property can't be shown. */
function reasonAgainst(shape: Shape | undefined): string | undefined {
  if (shape?.barred === 'false') return 'nothing may stand there';
  if (shape?.barred !== undefined) return shape.barred;
  return shape?.deprecated ? 'deprecated' : undefined;
}

/** Null may come here, beside something else: `null` alone is no branch. */
function isNullable({ types, some }: Shape, shapes: Contract['shapes']): boolean {
  if (types !== undefined) return types.length > 1 && types.includes('null');
  const only = some?.filter((id) => isOnlyNull(shapes[id])).length ?? 0;
  return only > 0 && only < (some?.length ?? 0);
}

function isOnlyNull(shape: Shape | undefined): boolean {
  return shape?.types?.join() === 'null' || shape?.enum?.every((value) => value === null) === true;
}

/** The scalar values of an enum, but null where it is counted as a branch. */
function enumValues(shape: Shape, shapes: Contract['shapes']): unknown[] {
  return (shape.enum ?? []).filter(
    (value) => typeof value !== 'object' || (value === null && !isNullable(shape, shapes)),
  );
}

function isOfType(value: unknown, types: readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  if (value === null) return types.includes('null');
  if (typeof value === 'number' && types.includes('integer') && Number.isInteger(value)) return true;
  return types.includes(typeof value);
}

function isArray({ items, prefixItems }: Shape): boolean {
  return items !== undefined || prefixItems !== undefined;
}

/** An object whose keys are data: it names no property of its own. */
function isMap({ properties, additional }: Shape, shapes: Contract['shapes']): boolean {
  if (properties !== undefined || typeof additional !== 'string') return false;
  return shapes[additional]?.barred === undefined;
}

function partsOf(shape: Shape): string[] {
  return [
    ...Object.values(shape.properties ?? {}),
    ...Object.values(shape.patternProperties ?? {}),
    ...(typeof shape.additional === 'string' ? [shape.additional] : []),
    ...(shape.items === undefined ? [] : [shape.items]),
    ...(shape.prefixItems ?? []),
    ...(shape.all ?? []),
    ...(shape.some ?? []),
    ...Object.values(shape.discriminator?.mapping ?? {}),
    ...Object.values(shape.conditional ?? {}),
    ...Object.values(shape.dependent ?? {}),
  ];
}
