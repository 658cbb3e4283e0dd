import type { Contract, Operation, Parameter } from '../contract.ts';
import { isJudgedType } from '../description/media-type.ts';
import type { PointsOf } from '../judge/walk/marks.ts';
import type { AddPoint, CoveragePoint } from './coverage.ts';
import { type SchemaUse, schemaPoints } from './schema-points.ts';

/** Everything that recordings can show of a contract; a point is named by its index in `list`. */
export interface ContractPoints {
  readonly list: readonly CoveragePoint[];
  readonly operations: ReadonlyMap<Operation, OperationPoints>;
  readonly ofSchema: PointsOf;
}

export interface OperationPoints {
  readonly operation: number;
  readonly parameters: ReadonlyMap<Parameter, number>;
  /** By documented media type of the request. */
  readonly requestTypes: ReadonlyMap<string, number>;
  /** By documented status. */
  readonly responses: ReadonlyMap<string, ResponsePoints>;
}

export interface ResponsePoints {
  readonly status: number;
  readonly types: ReadonlyMap<string, number>;
  readonly headers: ReadonlyMap<string, number>;
}

/** Operations with their requests and responses, in the order of the description; then the schemas that they use. */
export function contractPoints(contract: Contract): ContractPoints {
  const list: CoveragePoint[] = [];
  const known = new Map<string, number>();
  const add: AddPoint = (kind, name, spec, reason) => {
    const key = `${kind} ${name} ${spec}`;
    const index = known.get(key);
    if (index !== undefined) return index;
    known.set(key, list.length);
    return list.push(reason === undefined ? { kind, name, spec } : { kind, name, spec, reason }) - 1;
  };
  const uses: SchemaUse[] = [];
  const operations = new Map(
    contract.operations.map((operation) => [operation, pointsOfOperation(operation, add, uses)]),
  );
  return { list, operations, ofSchema: schemaPoints(contract, uses, add) };
}

function pointsOfOperation(operation: Operation, add: AddPoint, uses: SchemaUse[]): OperationPoints {
  const { operationId, method, spec, parameters, requestBody, responses } = operation;
  const old = operation.unread?.what ?? (operation.deprecated ? 'deprecated' : undefined);
  const use = (schema: string | null, mediaType: string, reason: string | undefined): void => {
    const unjudged = isJudgedType(mediaType) ? undefined : `bodies of type ${mediaType} are not judged`;
    if (schema !== null) uses.push({ schema, reason: reason ?? unjudged });
  };
  const contentPoints = (
    kind: 'media-type' | 'request-media-type',
    name: string,
    content: NonNullable<Operation['requestBody']>['content'],
    reason: string | undefined,
  ): Map<string, number> =>
    new Map(
      Object.entries(content).map(([mediaType, media]) => {
        use(media.schema, mediaType, reason);
        return [mediaType, add(kind, `${name} ${mediaType}`, media.spec, reason)];
      }),
    );
  return {
    operation: add('operation', operationId, spec, old),
    parameters: new Map(
      parameters.map((parameter) => {
        const reason = old ?? (parameter.deprecated ? 'deprecated' : undefined);
        return [parameter, add('parameter', `${parameter.in} ${parameter.name}`, parameter.spec, reason)];
      }),
    ),
    requestTypes: contentPoints(
      'request-media-type',
      `${operationId} request`,
      requestBody?.content ?? {},
      old,
    ),
    responses: new Map(
      Object.entries(responses).map(([status, response]) => {
        const name = `${operationId} ${status}`;
        const headers = Object.entries(response.headers).map(([header, described]) => {
          const reason = old ?? (described.deprecated ? 'deprecated' : undefined);
          return [header, add('header', header, described.spec, reason)] as const;
        });
        return [
          status,
          {
            status: add('status', name, response.spec, old ?? response.unread?.what),
            types: contentPoints('media-type', name, response.content, old ?? bodiless(method, status)),
            headers: new Map(headers),
          },
        ];
      }),
    ),
  };
}

/** Why no body ever comes, whatever is documented. Source: RFC 9110, sections 9.3.2 and 6.4.1. */
function bodiless(method: string, status: string): string | undefined {
  if (method === 'HEAD') return 'no body comes in answer to HEAD';
  return /^(?:1..|204|205|304)$/.test(status) ? `no body comes with ${status}` : undefined;
}
