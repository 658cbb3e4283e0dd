import type {
  DocumentedHeader,
  DocumentedResponse,
  MediaType,
  Operation,
  Parameter,
  RequestBody,
} from '../contract.ts';
import { child, children, type Description, type Node, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import type { SchemaRegistry } from './schemas.ts';
import { securityOf } from './security.ts';
import { basePathsOf } from './servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation of a description as plain data; its schemas are registered on the way. */
export function readOperations(description: Description, schemas: SchemaRegistry): Operation[] {
  const { root } = description;
  const operations: Operation[] = [];
  for (const [path, pathNode] of children(child(root, 'paths'))) {
    if (!path.startsWith('/')) continue;
    const item = description.deref(pathNode);
    for (const method of METHODS) {
      const node = child(item, method);
      if (node !== undefined) operations.push(readOperation(description, schemas, path, method, item, node));
    }
  }
  return operations;
}

function readOperation(
  description: Description,
  schemas: SchemaRegistry,
  path: string,
  method: string,
  item: Node,
  node: Node,
): Operation {
  const { root, deref } = description;
  const operationId = stringAt(node, 'operationId') ?? `${method} ${path}`;

  const mediaTypesOf = (holder: Node, name: string): Record<string, MediaType> =>
    Object.fromEntries(
      children(child(holder, 'content')).map(([mediaType, media]) => {
        const schema = child(media, 'schema');
        const entry = {
          schema: schema === undefined ? null : schemas.idOf(schema, name),
          spec: placeOf(media),
        };
        return [mediaType.toLowerCase(), entry];
      }),
    );

  const readParameter = (at: Node): Parameter => {
    const parameter = deref(at);
    const name = stringAt(parameter, 'name') ?? fail(parameter, 'a parameter needs a name');
    const schema = child(parameter, 'schema');
    return {
      name,
      in: stringAt(parameter, 'in') ?? fail(parameter, 'a parameter needs to say where it is: `in`'),
      required: child(parameter, 'required')?.value === true,
      schema: schema === undefined ? null : schemas.idOf(schema, `${operationId} ${name}`),
      spec: placeOf(parameter),
    };
  };

  const readHeader = (at: Node, name: string): DocumentedHeader => {
    const header = deref(at);
    const schema = child(header, 'schema');
    return {
      required: child(header, 'required')?.value === true,
      schema: schema === undefined ? null : schemas.idOf(schema, `header ${name}`),
      spec: placeOf(header),
    };
  };

  const readResponse = (at: Node, status: string): DocumentedResponse => {
    const response = deref(at);
    const headers = children(child(response, 'headers'))
      // OpenAPI: a response header named Content-Type is described by `content`, this entry is ignored.
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, header]) => [name.toLowerCase(), readHeader(header, name)] as const);
    return {
      headers: Object.fromEntries(headers),
      content: mediaTypesOf(response, `${operationId} ${status}`),
      spec: placeOf(at),
    };
  };

  const readRequestBody = (at: Node): RequestBody => {
    const body = deref(at);
    return {
      required: child(body, 'required')?.value === true,
      content: mediaTypesOf(body, `${operationId} request`),
      spec: placeOf(at),
    };
  };

  const body = child(node, 'requestBody');
  const responses = children(child(node, 'responses'));
  if (responses.length === 0) fail(node, 'an operation needs at least one response');
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    basePaths: basePathsOf(child(node, 'servers') ?? child(item, 'servers') ?? child(root, 'servers')),
    spec: placeOf(node),
    parameters: mergeParameters([
      ...children(child(item, 'parameters')).map(([, parameter]) => readParameter(parameter)),
      ...children(child(node, 'parameters')).map(([, parameter]) => readParameter(parameter)),
    ]),
    requestBody: body === undefined ? null : readRequestBody(body),
    security: securityOf(description, node),
    responses: Object.fromEntries(
      responses
        .filter(([status]) => !status.startsWith('x-'))
        .map(([status, response]) => [
          status === 'default' ? status : status.toUpperCase(),
          readResponse(response, status),
        ]),
    ),
  };
}

/** An operation's parameter overrides the path's of the same name and place. */
function mergeParameters(parameters: readonly Parameter[]): Parameter[] {
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in}:${parameter.name}`, parameter])).values(),
  ];
}

function stringAt(node: Node, key: string): string | undefined {
  const value = child(node, key)?.value;
  return typeof value === 'string' ? value : undefined;
}

function fail(node: Node, reason: string): never {
  throw new DescriptionError(placeOf(node), reason);
}
