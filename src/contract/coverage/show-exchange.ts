import type { Finding } from '../finding.ts';
import type { CheckContext } from '../judge/check.ts';
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
  showRequest(recorder, context, points, findings);
  const response = context.response && points.responses.get(context.response.status);
  if (response !== undefined) showResponse(recorder, context, response, findings);
}

/** Of a request that the server refused nothing counts: what it refused it may have refused for that. */
function showRequest(
  { show }: CoverageRecorder,
  { exchange, match, plan }: CheckContext,
  points: OperationPoints,
  findings: readonly Finding[],
): void {
  const { request, response } = exchange;
  const isRefused = response.status >= 400 && response.status < 500;
  for (const { parameter, find } of plan.parameters) {
    const point = points.parameters.get(parameter);
    if (point === undefined || find(request, match) === undefined) continue;
    const place = `${parameter.in}:${parameter.name}`;
    if (isRefused) show(point, 'refused');
    else show(point, isWrong(findings, 'request', place) ? 'not as documented' : 'shown');
  }
  if (plan.requestContent === null || request.body === undefined) return;
  const { name } = plan.requestContent(request.headers['content-type']?.[0]);
  const point = name === undefined ? undefined : points.requestTypes.get(name);
  if (point !== undefined) show(point, isRefused ? 'refused' : 'shown');
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
  if (type !== undefined && body === undefined) show(type, 'not kept');
  else if (type !== undefined) show(type, content.conforms ? 'shown' : 'not as documented');
  for (const [name, point] of points.headers) {
    if (headers[name] === undefined) continue;
    show(point, isWrong(findings, 'response', `header:${name}`) ? 'not as documented' : 'shown');
  }
}

/** What could not be judged, or is only for information, is no fault. */
function isWrong(findings: readonly Finding[], target: Finding['target'], place: string): boolean {
  return findings.some(
    (finding) => finding.severity === 'error' && finding.target === target && finding.dataPath === place,
  );
}
