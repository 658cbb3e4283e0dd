import type { Contract, Shape } from '../contract.ts';
import type { Coverage, CoverageKind } from '../coverage/coverage.ts';
import { type ContractPoints, contractPoints } from '../coverage/points.ts';
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
  const points = contractPoints(contract);
  const seen = points.list.map(({ kind, name, spec, reason }) => {
    return reason === undefined && !unseen.has(`${kind} ${name} ${spec}`);
  });
  const placed = new Set<number>();
  const isSeen = (point: number | undefined): boolean => {
    if (point === undefined) return false;
    placed.add(point);
    return seen[point] === true;
  };
  const operations = contract.operations.map((operation) => {
    const { operationId, method, path, responses } = operation;
    const of = points.operations.get(operation);
    return {
      operationId,
      method,
      path,
      seen: isSeen(of?.operation),
      statuses: Object.entries(responses).map(([status, { content }]) => ({
        status,
        seen: isSeen(of?.responses.get(status)?.status),
        mediaTypes: Object.keys(content).map((text) => ({
          text,
          seen: isSeen(of?.responses.get(status)?.types.get(text)),
        })),
      })),
    };
  });
  const schemas = schemaNodes(contract, points.ofShape, isSeen);
  const others = points.list
    .map(({ kind, name, reason }, point) => ({ kind, name, reason, point, seen: seen[point] === true }))
    .filter(({ point, reason }) => reason === undefined && !placed.has(point))
    .map(({ kind, name, seen: wasSeen }) => ({ kind, name, seen: wasSeen }));
  return { operations, schemas, others };
}

type IsSeen = (point: number | undefined) => boolean;

/** A node for each schema that is the body of a response. */
function schemaNodes(contract: Contract, pointsOf: ContractPoints['ofShape'], isSeen: IsSeen): SchemaNode[] {
  const contents = contract.operations.flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ content }) => Object.values(content)),
  );
  const roots = new Set(contents.map(({ schema }) => schema).filter((schema) => schema !== null));
  const spread = new Set<string>();
  const tools = { contract, pointsOf, isSeen, spread };
  return [...roots].map((id) => nodeOf(tools, id, contract.shapes[id]?.name ?? id));
}

interface NodeTools {
  readonly contract: Contract;
  readonly pointsOf: ContractPoints['ofShape'];
  readonly isSeen: IsSeen;
  /** Schemas whose members are laid out already. */
  readonly spread: Set<string>;
}

function nodeOf(tools: NodeTools, id: string, label: string, seen?: boolean): SchemaNode {
  const { contract, pointsOf, isSeen, spread } = tools;
  const parts = partsOf(contract, id).map((part) => ({ ...part, points: pointsOf(part.id) }));
  const hasMembers = parts.some(({ shape }) => membersOf(shape).length > 0 || shape.some !== undefined);
  const elsewhere = hasMembers && spread.has(id);
  if (hasMembers) spread.add(id);
  const shown = elsewhere ? [] : parts;
  const nullable = parts.filter(({ points }) => points?.null !== undefined);
  return {
    label,
    type: typeOf(parts.map(({ shape }) => shape)),
    ...(seen !== undefined && { seen }),
    ...(nullable.length > 0 && { nullSeen: nullable.some(({ points }) => isSeen(points?.null)) }),
    values: parts.flatMap(({ points }) =>
      [...(points?.values ?? [])].map(([value, point]) => ({ text: show(value), seen: isSeen(point) })),
    ),
    children: shown.flatMap(({ shape, points }) =>
      membersOf(shape).map(([name, next, isProperty]) =>
        nodeOf(tools, next, name, isProperty ? isSeen(points?.properties.get(name)) : undefined),
      ),
    ),
    alternatives: shown.flatMap(({ shape }) =>
      (shape.some ?? []).map((next) => nodeOf(tools, next, contract.shapes[next]?.name ?? next)),
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
