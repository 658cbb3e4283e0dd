import type { CheckContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { OperationPoints, ResponsePoints } from './points.ts';
import type { CoverageRecorder } from './recorder.ts';

/**
 * Records what an exchange shows besides its bodies, which show theirs while they are judged. What a finding is about was
 * not shown: an invalid value is no example of a valid one.
 */
export function showExchange(
  recorder: CoverageRecorder,
  context: CheckContext,
  findings: readonly Finding[],
): void {
  const points = recorder.points.operations.get(context.match.operation);
  // What HTTP does of itself is none of the operation's doing.
  if (points === undefined || context.itself !== undefined || context.isStandIn) return;
  recorder.show(points.operation);
  const { status } = context.exchange.response;
  const isJudged = status < 400 || status >= 500;
  if (isJudged && !findings.some(isOfRequest)) showRequest(recorder, context, points);
  const response = context.response && points.responses.get(context.response.status);
  if (response !== undefined) showResponse(recorder, context, response, findings);
}

/** What could not be judged is told for information: it is not shown anyway, and takes nothing from the rest. */
function isOfRequest({ target, severity }: Finding): boolean {
  return target === 'request' && severity !== 'info';
}

function showRequest(
  { show }: CoverageRecorder,
  { exchange, match, plan }: CheckContext,
  points: OperationPoints,
): void {
  const { request } = exchange;
  for (const { parameter, find } of plan.parameters) {
    const point = points.parameters.get(parameter);
    if (point !== undefined && find(request, match) !== undefined) show(point);
  }
  if (plan.requestContent === null || request.body === undefined) return;
  const { name } = plan.requestContent(request.headers['content-type']?.[0]);
  const point = name === undefined ? undefined : points.requestTypes.get(name);
  if (point !== undefined) show(point);
}

function showResponse(
  { show }: CoverageRecorder,
  { exchange, content }: CheckContext,
  points: ResponsePoints,
  findings: readonly Finding[],
): void {
  show(points.status);
  const { headers, body } = exchange.response;
  const type = content.name === undefined ? undefined : points.types.get(content.name);
  if (type !== undefined && content.conforms && body !== undefined) show(type);
  for (const [name, point] of points.headers) {
    if (headers[name] === undefined) continue;
    if (findings.length === 0 || !findings.some(({ dataPath }) => dataPath === `header:${name}`)) show(point);
  }
}
