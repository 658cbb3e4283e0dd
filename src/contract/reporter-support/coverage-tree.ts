import type { Contract, Operation } from '../contract.ts';
import type { Coverage, CoverageKind } from '../coverage/coverage.ts';
import { type ContractPoints, contractPoints, type OperationPoints } from '../coverage/points.ts';
import type { Mark, MarkOf } from './mark.ts';
import { type SchemaNode, schemaTree } from './schema-tree.ts';

/** Coverage in the form of the description: what of each operation and of each schema was seen. */
export interface CoverageTree {
  readonly operations: readonly OperationNode[];
  readonly schemas: readonly SchemaNode[];
  /** What has no place above. */
  readonly others: readonly (Mark & { readonly kind: CoverageKind })[];
}

export interface OperationNode {
  readonly method: string;
  readonly path: string;
  readonly mark: Mark;
  readonly request: readonly Mark[];
  readonly responses: readonly { readonly status: Mark; readonly mediaTypes: readonly Mark[] }[];
  /** Of all its responses, each once. */
  readonly headers: readonly Mark[];
}

export function coverageTree(contract: Contract, { missing }: Coverage): CoverageTree {
  const unseen = new Set(missing.map(({ kind, name, spec }) => `${kind} ${name} ${spec}`));
  const points = contractPoints(contract);
  const placed = new Set<number>();
  const markOf: MarkOf = (text, index) => {
    const point = index === undefined ? undefined : points.list[index];
    if (index === undefined || point === undefined) return undefined;
    placed.add(index);
    const { kind, name, spec, reason } = point;
    if (reason !== undefined) return { text, seen: false, reason };
    return { text, seen: !unseen.has(`${kind} ${name} ${spec}`) };
  };
  const operations = contract.operations.map((operation) => operationNode(operation, points, markOf));
  const schemas = schemaTree(contract, points.ofSchema, markOf);
  const others = points.list.flatMap(({ kind, name }, index) => {
    const mark = placed.has(index) ? undefined : markOf(name, index);
    return mark === undefined ? [] : [{ ...mark, kind }];
  });
  return { operations, schemas, others };
}

function operationNode(operation: Operation, points: ContractPoints, markOf: MarkOf): OperationNode {
  const { operationId, method, path } = operation;
  const of = points.operations.get(operation);
  const responses = [...(of?.responses ?? [])];
  return {
    method,
    path,
    mark: markOf(operationId, of?.operation) ?? { text: operationId, seen: false },
    request: requestMarks(of, markOf),
    responses: responses.flatMap(([name, { status, types }]) => {
      const mark = markOf(name, status);
      return mark === undefined ? [] : [{ status: mark, mediaTypes: marks(types, markOf) }];
    }),
    headers: marks(new Map(responses.flatMap(([, { headers }]) => [...headers])), markOf),
  };
}

function requestMarks(of: OperationPoints | undefined, markOf: MarkOf): Mark[] {
  const parameters = new Map(
    [...(of?.parameters ?? [])].map(([parameter, point]) => [`${parameter.in} ${parameter.name}`, point]),
  );
  return [...marks(parameters, markOf), ...marks(of?.requestTypes ?? new Map(), markOf)];
}

function marks(points: ReadonlyMap<string, number>, markOf: MarkOf): Mark[] {
  return [...points].flatMap(([text, point]) => markOf(text, point) ?? []);
}
