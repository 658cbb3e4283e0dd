import { checkContext } from '../check-context.ts';
import type { Contract, Operation } from '../contract.ts';
import type { Exchange } from '../exchange.ts';
import { matchOperation } from '../match-operation.ts';
import { parseContentType } from '../media-type.ts';
import { applicableShapes, itemSchemas, memberSchemas } from '../schema/applicable-shapes.ts';
import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageCount,
  type CoverageKind,
  percentOf,
} from './coverage.ts';
import { coveragePoints, enumValues, isNullable, pointId } from './points.ts';

export interface CoverageCollector {
  /** Marks what an exchange shows. One whose operation is not described shows nothing. */
  add(exchange: Exchange): void;
  result(): Coverage;
}

export function collectCoverage(contract: Contract): CoverageCollector {
  const points = coveragePoints(contract);
  const covered = new Set<string>();
  return {
    add: (exchange) => markExchange(contract, exchange, covered),
    result: () => {
      const kinds = Object.fromEntries(
        COVERAGE_KINDS.map((kind) => {
          const eligible = points.filter((point) => point.kind === kind);
          return [
            kind,
            { covered: eligible.filter(({ id }) => covered.has(id)).length, eligible: eligible.length },
          ];
        }),
      ) as Record<CoverageKind, CoverageCount>;
      const missing = points.filter(({ id }) => !covered.has(id));
      const total = { covered: points.length - missing.length, eligible: points.length };
      return {
        ...total,
        percent: percentOf(total),
        kinds,
        missing: missing.map(({ kind, name, spec }) => ({ kind, name, spec })),
      };
    },
  };
}

function markExchange(contract: Contract, exchange: Exchange, covered: Set<string>): void {
  const match = matchOperation(contract, exchange.request.method, exchange.request.url);
  if (match === undefined) return;
  const { operation } = match;
  covered.add(pointId.operation(operation.operationId));
  const status = statusKey(operation, exchange.response.status);
  if (status === undefined) return;
  covered.add(pointId.status(operation.operationId, status));
  const { mediaType, isJson, body } = checkContext(contract, exchange, match);
  const essence = parseContentType(exchange.response.headers['content-type']?.[0] ?? '')?.essence;
  for (const name of Object.keys(operation.responses[status]?.content ?? {})) {
    if (name === essence) covered.add(pointId.mediaType(operation.operationId, status, name));
  }
  if (isJson && mediaType?.schema && body.kind === 'json')
    markValue(contract, [mediaType.schema], body.value, covered);
}

function statusKey({ responses }: Operation, status: number): string | undefined {
  return [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((key) =>
    Object.hasOwn(responses, key),
  );
}

function markValue(contract: Contract, ids: readonly string[], value: unknown, covered: Set<string>): void {
  const applied = ids.flatMap((id) => applicableShapes(contract, id, value));
  for (const { id, shape } of applied) {
    if (value === null && isNullable(shape)) covered.add(pointId.nullBranch(id));
    for (const documented of enumValues(shape)) {
      if (Object.is(documented, value)) covered.add(pointId.enumValue(id, value));
    }
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      markValue(contract, itemSchemas(applied, index), item, covered);
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    for (const { id, shape } of applied) {
      // A null shows the null branch and no more: the property's value was not seen.
      const shown =
        shape.properties !== undefined && Object.hasOwn(shape.properties, name) && member !== null;
      if (shown) covered.add(pointId.property(id, name));
    }
    markValue(contract, memberSchemas(applied, name).schemas, member, covered);
  }
}
