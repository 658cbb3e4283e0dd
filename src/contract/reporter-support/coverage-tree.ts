import type { Contract, Shape } from '../contract.ts';
import type { Coverage, CoverageKind } from '../coverage/coverage.ts';
import { coveragePoints, enumValues, isNullable, pointId } from '../coverage/points.ts';
import { show } from '../show.ts';

/** Coverage in the form of the description: what of each operation and of each schema was seen. */
export interface CoverageTree {
  readonly operations: readonly OperationNode[];
  readonly schemas: readonly SchemaNode[];
  /** What has no place above. */
  readonly others: readonly { readonly kind: CoverageKind; readonly name: string; readonly seen: boolean }[];
}

export interface OperationNode {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly seen: boolean;
  readonly statuses: readonly {
    readonly status: string;
    readonly seen: boolean;
    readonly mediaTypes: readonly Value[];
  }[];
}

export interface SchemaNode {
  /** A property's name, `[]` for the items of an array, or the name of the schema. */
  readonly label: string;
  readonly type: string;
  /** Undefined where only what is below it counts. */
  readonly seen?: boolean;
  readonly nullSeen?: boolean;
  readonly values: readonly Value[];
  readonly children: readonly SchemaNode[];
  /** The alternatives of `anyOf` and `oneOf`. */
  readonly alternatives: readonly SchemaNode[];
  /** Its members stand elsewhere: a schema is spread out once. */
  readonly elsewhere: boolean;
}

export interface Value {
  readonly text: string;
  readonly seen: boolean;
}

export function coverageTree(contract: Contract, { missing }: Coverage): CoverageTree {
  const unseen = new Set(missing.map(({ kind, name, spec }) => `${kind} ${name} ${spec}`));
  const points = coveragePoints(contract);
  const seenById = new Map(
    points.map(({ id, kind, name, spec }) => [id, !unseen.has(`${kind} ${name} ${spec}`)]),
  );
  const placed = new Set<string>();
  const isSeen = (id: string): boolean => {
    placed.add(id);
    return seenById.get(id) ?? false;
  };
  const operations = contract.operations.map(({ operationId, method, path, responses }) => ({
    operationId,
    method,
    path,
    seen: isSeen(pointId.operation(operationId)),
    statuses: Object.entries(responses).map(([status, { content }]) => ({
      status,
      seen: isSeen(pointId.status(operationId, status)),
      mediaTypes: Object.keys(content).map((text) => ({
        text,
        seen: isSeen(pointId.mediaType(operationId, status, text)),
      })),
    })),
  }));
  const schemas = schemaNodes(contract, isSeen);
  const others = points
    .filter(({ id }) => !placed.has(id))
    .map(({ id, kind, name }) => ({ kind, name, seen: seenById.get(id) ?? false }));
  return { operations, schemas, others };
}

type IsSeen = (id: string) => boolean;

/** A node for each schema that is the body of a response. */
function schemaNodes(contract: Contract, isSeen: IsSeen): SchemaNode[] {
  const contents = contract.operations.flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ content }) => Object.values(content)),
  );
  const roots = new Set(contents.map(({ schema }) => schema).filter((schema) => schema !== null));
  const spread = new Set<string>();
  return [...roots].map((id) => nodeOf(contract, id, contract.shapes[id]?.name ?? id, isSeen, spread));
}

function nodeOf(
  contract: Contract,
  id: string,
  label: string,
  isSeen: IsSeen,
  spread: Set<string>,
  seen?: boolean,
): SchemaNode {
  const parts = partsOf(contract, id);
  const below = (next: string, name: string, nextSeen?: boolean): SchemaNode =>
    nodeOf(contract, next, name, isSeen, spread, nextSeen);
  const hasMembers = parts.some(({ shape }) => membersOf(shape).length > 0 || shape.some !== undefined);
  const elsewhere = hasMembers && spread.has(id);
  if (hasMembers) spread.add(id);
  const shown = elsewhere ? [] : parts;
  const nullable = parts.filter(({ shape }) => isNullable(shape));
  return {
    label,
    type: typeOf(parts.map(({ shape }) => shape)),
    ...(seen !== undefined && { seen }),
    ...(nullable.length > 0 && { nullSeen: nullable.some((part) => isSeen(pointId.nullBranch(part.id))) }),
    values: parts.flatMap((part) =>
      enumValues(part.shape).map((value) => ({
        text: show(value),
        seen: isSeen(pointId.enumValue(part.id, value)),
      })),
    ),
    children: shown.flatMap((part) =>
      membersOf(part.shape).map(([name, next, isProperty]) =>
        below(next, name, isProperty ? isSeen(pointId.property(part.id, name)) : undefined),
      ),
    ),
    alternatives: shown.flatMap(({ shape }) =>
      (shape.some ?? []).map((next) => below(next, contract.shapes[next]?.name ?? next)),
    ),
    elsewhere,
  };
}

interface Part {
  readonly id: string;
  readonly shape: Shape;
}

/** A schema with all that always apply as well. */
function partsOf(contract: Contract, id: string): Part[] {
  const parts = new Map<string, Part>();
  const visit = (next: string): void => {
    const shape = contract.shapes[next];
    if (shape === undefined || parts.has(next)) return;
    parts.set(next, { id: next, shape });
    shape.all?.forEach(visit);
  };
  visit(id);
  return [...parts.values()];
}

function membersOf(shape: Shape): [label: string, schema: string, isProperty: boolean][] {
  const { properties = {}, patternProperties = {}, additional, items, prefixItems = [] } = shape;
  return [
    ...Object.entries(properties).map(([name, id]): [string, string, boolean] => [name, id, true]),
    ...Object.entries(patternProperties).map(([name, id]): [string, string, boolean] => [
      `/${name}/`,
      id,
      false,
    ]),
    ...(typeof additional === 'string' ? [['*', additional, false] as [string, string, boolean]] : []),
    ...prefixItems.map((id, at): [string, string, boolean] => [`[${at}]`, id, false]),
    ...(items === undefined ? [] : [['[]', items, false] as [string, string, boolean]]),
  ];
}

/** The types but null, which is shown as a branch. */
function typeOf(shapes: readonly Shape[]): string {
  const types = new Set(shapes.flatMap(({ types: names }) => names ?? []));
  return [...types].filter((name) => name !== 'null' || types.size === 1).join(' | ');
}
