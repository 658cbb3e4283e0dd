import type { Contract, Operation, SchemaId } from '../contract.ts';
import type { CoverageRecorder } from '../coverage/recorder.ts';
import type { Body } from '../exchange.ts';
import { holdsBigInt } from '../json/exact-integers.ts';
import { type BodySchema, type JudgedBody, judgeBody } from './body.ts';
import { faultFinderOf } from './explain/problems.ts';
import { type Destination, type DestinationOptions, destinations } from './match/destinations.ts';
import { type OperationPlan, operationPlan } from './operation-plan.ts';
import { judgeOtherBody } from './other-body.ts';
import type { ScrubbedReader } from './scrubbed.ts';
import type { ContentRead } from './values/content.ts';
import { type AppliedSchemas, appliedSchemas } from './walk/applied.ts';
import { createSurveyor } from './walk/survey.ts';

/**
 * A contract made ready to judge many exchanges: what can be looked up, compiled or remembered is, and only once. What
 * it does not need yet it makes on first use, for a description may have thousands of operations.
 */
export interface Engine {
  readonly contract: Contract;
  readonly applied: AppliedSchemas;
  /** Tells where a request went, by its URL; made once for each key. */
  destinations(key: string, options: () => DestinationOptions): (url: string) => Destination;
  readonly recorder: CoverageRecorder | undefined;
  planOf(operation: Operation): OperationPlan;
  /** Judges a body by what its content-type means. */
  judge(content: ContentRead, body: Body, scrubbed?: ScrubbedReader): JudgedBody;
  bodySchema(id: string | null): BodySchema;
}

/** With a recorder, what is judged counts as coverage. */
export function createEngine(contract: Contract, recorder?: CoverageRecorder): Engine {
  const applied = appliedSchemas(contract, recorder?.points.ofSchema);
  const fits = (id: SchemaId | null, value: unknown): boolean =>
    id === null || contract.validators[id]?.(value) === true;
  const shown = recorder?.shown ?? new Uint8Array();
  const tools = {
    fits,
    fitsExactly: (id: SchemaId | null, value: unknown): boolean =>
      id !== null && holdsBigInt(value) ? faultFinderOf(contract).fits(id, value) : fits(id, value),
    survey: createSurveyor(applied, shown, recorder?.note ?? ignore),
    surveyOnly: createSurveyor(applied, new Uint8Array(shown.length).fill(1), ignore),
    settle: (counts: boolean) => {
      if (counts) recorder?.keep();
      else recorder?.drop();
    },
  };
  const destinationsOf = new Map<string, (url: string) => Destination>();
  const plans = new Map<Operation, OperationPlan>();
  const schemas = new Map<string | null, BodySchema>();
  const bodySchema = (id: string | null): BodySchema => {
    const known = schemas.get(id);
    if (known !== undefined) return known;
    const schema = { id, applied: applied.of(id === null ? [] : [id]) };
    schemas.set(id, schema);
    return schema;
  };
  return {
    contract,
    applied,
    destinations: (key, options) => {
      const known = destinationsOf.get(key) ?? destinations(contract, options());
      destinationsOf.set(key, known);
      return known;
    },
    recorder,
    planOf: (operation) => {
      const plan = plans.get(operation) ?? operationPlan(contract, operation);
      plans.set(operation, plan);
      return plan;
    },
    judge: (content, body, scrubbed) => {
      const schema = bodySchema(content.mediaType?.schema ?? null);
      return content.isJson
        ? judgeBody(tools, schema, body, scrubbed)
        : judgeOtherBody(contract, tools, schema, content, body, scrubbed);
    },
    bodySchema,
  };
}

function ignore(): void {}
