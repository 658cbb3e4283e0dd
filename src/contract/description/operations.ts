import type { Operation } from '../contract.ts';
import { readRequestBody, readResponse } from './contents.ts';
import { child, type Node, placeOf } from './description.ts';
import type { LimitationList } from './limitations.ts';
import { fail, isTrue, stringAt } from './node-text.ts';
import { readParameters } from './parameters.ts';
import type { DescriptionReader } from './reader.ts';
import { noteDialect } from './schemas/limits.ts';
import { isOpenapi30 } from './schemas/upgrade.ts';
import { securityOf } from './security.ts';
import { serversOf } from './servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation of a description as plain data; its schemas are registered on the way. */
export function readOperations(reader: DescriptionReader): Operation[] {
  const { description, limitations } = reader;
  const { root } = description;
  const operations: Operation[] = [];
  const noteTwin = twinsTo(limitations);
  for (const [path, pathNode] of description.members(child(root, 'paths'))) {
    if (!path.startsWith('/')) continue;
    const item = description.deref(pathNode);
    for (const method of METHODS) {
      const node = description.at(item, method);
      if (node === undefined) continue;
      const operation = readOperation(reader, path, method, item, node);
      noteTwin(operation);
      operations.push(operation);
    }
  }
  const dialect = child(root, 'jsonSchemaDialect');
  noteDialect(dialect?.value, (what) => limitations.add('unsupported', placeOf(dialect ?? root), what));
  const webhooks = child(root, 'webhooks');
  if (webhooks !== undefined) limitations.add('unsupported', placeOf(webhooks), 'webhooks are not judged');
  return operations;
}

/** Of operations whose paths differ only in the names of their parameters no request can tell which is meant. */
function twinsTo(limitations: LimitationList): (operation: Operation) => void {
  const first = new Map<string, Operation>();
  return (operation) => {
    const { method, path, servers, spec } = operation;
    for (const { host, basePath } of servers) {
      const key = `${method} ${host} ${basePath}${path.replace(/\{[^}]*\}/g, '{}')}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, operation);
      else
        limitations.add(
          'unsupported',
          spec,
          `no request is judged by ${method} ${path}: it can't be told from ${method} ${other.path}`,
        );
    }
  };
}

function readOperation(
  reader: DescriptionReader,
  path: string,
  method: string,
  item: Node,
  node: Node,
): Operation {
  const { description, limitations } = reader;
  const operationId = stringAt(node, 'operationId') ?? `${method} ${path}`;
  const servers = child(node, 'servers') ?? child(item, 'servers') ?? child(description.root, 'servers');
  const body = child(node, 'requestBody');
  const responses = responsesOf(reader, node, `${method.toUpperCase()} ${path}`);
  const callbacks = child(node, 'callbacks');
  if (callbacks !== undefined) limitations.add('unsupported', placeOf(callbacks), 'callbacks are not judged');
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    servers: serversOf(reader, servers),
    spec: placeOf(node),
    parameters: readParameters(reader, [item, node], operationId),
    requestBody: body === undefined ? null : readRequestBody(reader, body, `${operationId} request`),
    security: securityOf(reader, node),
    responses: Object.fromEntries(
      responses.map(([status, response]) => [
        statusKey(status, response),
        readResponse(reader, response, `${operationId} ${status}`),
      ]),
    ),
    ...(isTrue(node, 'deprecated') && { deprecated: true }),
  };
}

/** OpenAPI 3.1 has no need of `responses`; where they are there, there is one. */
function responsesOf(
  { description, limitations }: DescriptionReader,
  node: Node,
  name: string,
): [string, Node][] {
  const at = description.at(node, 'responses');
  const responses = description.members(at).filter(([status]) => !status.startsWith('x-'));
  if (responses.length > 0) return responses;
  if (at !== undefined || isOpenapi30(description.root))
    fail(node, 'an operation needs at least one response');
  limitations.add(
    'unsupported',
    placeOf(node),
    `the responses of ${name} are not judged: none is documented`,
  );
  return [];
}

function statusKey(status: string, response: Node): string {
  if (status === 'default') return status;
  const key = status.toUpperCase();
  return /^[1-5](?:\d\d|XX)$/.test(key)
    ? key
    : fail(response, 'a response is of a status such as 404, of a range such as 4XX, or of default');
}
