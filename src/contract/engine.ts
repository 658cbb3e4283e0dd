import type { Contract, Operation } from './contract.ts';
import type { CoverageRecorder } from './coverage/recorder.ts';
import type { Body } from './exchange.ts';
import { similarBodies } from './json/similar-bodies.ts';
import { type OperationMatcher, operationMatcher } from './match-operation.ts';
import type { ContentRead } from './plan/content-plan.ts';
import { type OperationPlan, operationPlan } from './plan/operation-plan.ts';
import { type BodySchema, type JudgedBody, judgeBody } from './schema/judge-body.ts';
import { judgeOtherBody } from './schema/judge-other-body.ts';
import { createShapeNodes, type ShapeNodes } from './schema/shape-nodes.ts';
import { createSurveyor } from './schema/survey.ts';

/**
 * A contract made ready to judge many exchanges: what can be looked up, compiled or remembered is, and only once. What
 * it does not need yet it makes on first use, for a description may have thousands of operations.
 */
export interface Engine {
  readonly contract: Contract;
  readonly nodes: ShapeNodes;
  readonly match: OperationMatcher;
  readonly recorder: CoverageRecorder | undefined;
  planOf(operation: Operation): OperationPlan;
  /** Judges a body by what its content-type means. */
  judge(content: ContentRead, body: Body): JudgedBody;
  bodySchema(id: string | null): BodySchema;
}

/** Schemas whose bodies are remembered: it takes memory, and a large description has thousands. */
const MOST_SIMILAR = 64;

/** With a recorder, what is judged counts as coverage. */
export function createEngine(contract: Contract, recorder?: CoverageRecorder): Engine {
  const nodes = createShapeNodes(contract, recorder?.points.ofShape);
  const shown = recorder?.shown ?? new Uint8Array();
  const tools = {
    fits: contract.fits,
    survey: createSurveyor(nodes, shown, recorder?.note ?? ignore),
    surveyOnly: createSurveyor(nodes, new Uint8Array(shown.length).fill(1), ignore),
    settle: (counts: boolean) => {
      if (counts) recorder?.keep();
      else recorder?.drop();
    },
  };
  const plans = new Map<Operation, OperationPlan>();
  const schemas = new Map<string | null, BodySchema>();
  const bodySchema = (id: string | null): BodySchema => {
    const known = schemas.get(id);
    if (known !== undefined) return known;
    const similar = schemas.size < MOST_SIMILAR ? similarBodies() : undefined;
    const schema = { id, node: nodes.of(id === null ? [] : [id]), similar };
    schemas.set(id, schema);
    return schema;
  };
  return {
    contract,
    nodes,
    match: operationMatcher(contract),
    recorder,
    planOf: (operation) => {
      const plan = plans.get(operation) ?? operationPlan(contract, operation);
      plans.set(operation, plan);
      return plan;
    },
    judge: (content, body) => {
      const schema = bodySchema(content.mediaType?.schema ?? null);
      return content.isJson
        ? judgeBody(tools, schema, body)
        : judgeOtherBody(contract, tools, schema, content.type, body, content.mediaType?.encoding);
    },
    bodySchema,
  };
}

function ignore(): void {}
