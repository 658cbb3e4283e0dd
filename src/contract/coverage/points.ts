import type { Contract, Shape } from '../contract.ts';
import { show } from '../show.ts';
import type { CoveragePoint } from './coverage.ts';

/** Ids of points, in one place: what is counted as eligible and what is marked as covered must agree. */
export const pointId = {
  operation: (operationId: string): string => `operation ${operationId}`,
  status: (operationId: string, status: string): string => `status ${operationId} ${status}`,
  mediaType: (operationId: string, status: string, mediaType: string): string =>
    `media-type ${operationId} ${status} ${mediaType}`,
  property: (schema: string, name: string): string => `property ${schema} ${name}`,
  enumValue: (schema: string, value: unknown): string => `enum-value ${schema} ${JSON.stringify(value)}`,
  nullBranch: (schema: string): string => `null-branch ${schema}`,
};

/** Everything that recordings can exercise: operations with their responses, then the schemas that responses use. */
export function coveragePoints(contract: Contract): CoveragePoint[] {
  const points = new Map<string, CoveragePoint>();
  const add = (point: CoveragePoint): unknown => points.set(point.id, point);
  const roots: string[] = [];
  for (const { operationId, responses, spec } of contract.operations) {
    add({ id: pointId.operation(operationId), kind: 'operation', name: operationId, spec });
    for (const [status, response] of Object.entries(responses)) {
      const name = `${operationId} ${status}`;
      add({ id: pointId.status(operationId, status), kind: 'status', name, spec: response.spec });
      for (const [mediaType, { schema, spec: at }] of Object.entries(response.content)) {
        const id = pointId.mediaType(operationId, status, mediaType);
        add({ id, kind: 'media-type', name: `${name} ${mediaType}`, spec: at });
        if (schema !== null) roots.push(schema);
      }
    }
  }
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const shape = contract.shapes[id];
    if (shape === undefined || seen.has(id)) return;
    seen.add(id);
    for (const point of pointsOfShape(contract, id, shape)) add(point);
    for (const part of partsOf(shape)) visit(part);
  };
  for (const root of roots) visit(root);
  return [...points.values()];
}

function* pointsOfShape(contract: Contract, id: string, shape: Shape): Generator<CoveragePoint> {
  for (const [name, schema] of Object.entries(shape.properties ?? {})) {
    const spec = contract.shapes[schema]?.spec ?? shape.spec;
    yield { id: pointId.property(id, name), kind: 'property', name: `${shape.name}.${name}`, spec };
  }
  if (isNullable(shape)) {
    yield { id: pointId.nullBranch(id), kind: 'null-branch', name: `${shape.name} = null`, spec: shape.spec };
  }
  for (const value of enumValues(shape)) {
    const name = `${shape.name} = ${show(value)}`;
    yield { id: pointId.enumValue(id, value), kind: 'enum-value', name, spec: shape.spec };
  }
}

/** Null may come here, beside something else: `null` alone is no branch. */
export function isNullable(shape: Shape): boolean {
  return (shape.types?.includes('null') ?? false) && (shape.types?.length ?? 0) > 1;
}

/** The values of an enum, but null where it is counted as a branch. */
export function enumValues(shape: Shape): readonly unknown[] {
  return (shape.enum ?? []).filter((value) => value !== null || !isNullable(shape));
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
  ];
}
