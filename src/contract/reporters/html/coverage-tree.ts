import type { Contract, Keywords, Operation } from '../../contract.ts';
import type { Coverage, CoverageKind } from '../../coverage/coverage.ts';
import { type ContractPoints, contractPoints, type OperationPoints } from '../../coverage/points.ts';
import { show } from '../../printable.ts';

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

/** What a schema says, as a tree: its members, and what of them was seen. */
export interface SchemaNode {
  /** A property's name, `[]` for the items of an array, or the name of the schema. */
  readonly label: string;
  readonly type: string;
  /** Of the property itself; undefined where only what is below it counts. */
  readonly mark?: Mark;
  /** Values, the null branch, empty and filled. */
  readonly marks: readonly Mark[];
  readonly children: readonly SchemaNode[];
  /** The alternatives of `anyOf` and `oneOf`. */
  readonly alternatives: readonly SchemaNode[];
  /** Its members stand elsewhere: a schema is spread out once. */
  readonly elsewhere: boolean;
}

/** One thing that a recording can show. */
export interface Mark {
  readonly text: string;
  readonly seen: boolean;
  /** Why no recording is asked to show it. */
  readonly reason?: string;
}

/** Gives the mark of a point; undefined for none. */
type MarkOf = (text: string, point: number | undefined) => Mark | undefined;

export function coverageTree(contract: Contract, missing: Coverage['missing']): CoverageTree {
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

type PointsOf = ContractPoints['ofSchema'];

interface Tools {
  readonly contract: Contract;
  readonly pointsOf: PointsOf;
  readonly markOf: MarkOf;
  /** Schemas whose members are laid out already. */
  readonly spread: Set<string>;
}

/** A node for each schema that is the body of a response or of a request. */
function schemaTree(contract: Contract, pointsOf: PointsOf, markOf: MarkOf): SchemaNode[] {
  const responses = contract.operations.flatMap((operation) => Object.values(operation.responses));
  const requests = contract.operations.flatMap(({ requestBody }) => requestBody ?? []);
  const contents = [...responses, ...requests].flatMap(({ content }) => Object.values(content));
  const roots = new Set(contents.map(({ schema }) => schema).filter((schema) => schema !== null));
  const tools = { contract, pointsOf, markOf, spread: new Set<string>() };
  const nodes = [...roots].map((id) => nodeOf(tools, id, contract.schemas[id]?.name ?? id));
  return nodes.filter(
    ({ marks, children, alternatives }) => marks.length + children.length + alternatives.length > 0,
  );
}

function nodeOf(tools: Tools, id: string, label: string, mark?: Mark): SchemaNode {
  const { contract, pointsOf, markOf, spread } = tools;
  const parts = partsOf(contract, id).map((part) => ({ ...part, points: pointsOf(part.id) }));
  const hasMembers = parts.some(({ said }) => membersOf(said).length + alternativesOf(said).length > 0);
  const elsewhere = hasMembers && spread.has(id);
  if (hasMembers) spread.add(id);
  const shown = elsewhere ? [] : parts;
  return {
    label,
    type: typeOf(parts.map(({ said }) => said)),
    ...(mark && { mark }),
    marks: parts.flatMap(({ said, points }) => marksOf(said, points, markOf)),
    children: shown.flatMap(({ said, points }) =>
      membersOf(said).map(([name, next]) =>
        nodeOf(tools, next, name, markOf(name, points?.properties.get(name))),
      ),
    ),
    alternatives: shown.flatMap(({ said }) =>
      alternativesOf(said).map((next) => nodeOf(tools, next, contract.schemas[next]?.name ?? next)),
    ),
    elsewhere,
  };
}

function marksOf({ items, prefixItems }: Keywords, points: ReturnType<PointsOf>, markOf: MarkOf): Mark[] {
  if (points === undefined) return [];
  const isArray = items !== undefined || prefixItems !== undefined;
  return [
    ...[...points.values].map(([value, point]) => markOf(show(value), point)),
    markOf(isArray ? '[…]' : '{…}', points.filled),
    markOf(isArray ? '[ ]' : '{ }', points.empty),
    markOf('null', points.null),
  ].filter((mark) => mark !== undefined);
}

interface Part {
  readonly id: string;
  readonly said: Keywords;
}

/** A schema with all that always apply as well. */
function partsOf(contract: Contract, id: string): Part[] {
  const parts = new Map<string, Part>();
  const visit = (next: string): void => {
    const said = contract.schemas[next]?.keywords;
    if (said === undefined || parts.has(next)) return;
    parts.set(next, { id: next, said });
    if (said.$ref !== undefined) visit(said.$ref);
    said.allOf?.forEach(visit);
  };
  visit(id);
  return [...parts.values()];
}

function alternativesOf({ anyOf = [], oneOf = [] }: Keywords): string[] {
  return [...anyOf, ...oneOf];
}

function membersOf(said: Keywords): [label: string, schema: string][] {
  const { properties = {}, patternProperties = {}, items, prefixItems = [] } = said;
  const additional = said.additionalProperties ?? said.unevaluatedProperties;
  return [
    ...Object.entries(properties),
    ...Object.entries(patternProperties).map(([name, id]): [string, string] => [`/${name}/`, id]),
    ...(additional !== undefined ? [['*', additional] as [string, string]] : []),
    ...prefixItems.map((id, at): [string, string] => [`[${at}]`, id]),
    ...(items === undefined ? [] : [['[]', items] as [string, string]]),
  ];
}

/** The types but null, which is shown as a branch. */
function typeOf(all: readonly Keywords[]): string {
  const types = new Set(all.flatMap(({ type }) => type ?? []));
  return [...types].filter((name) => name !== 'null' || types.size === 1).join(' | ');
}
