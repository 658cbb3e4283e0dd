import type { Operation, Server, Unread } from '../../contract.ts';
import type { LimitationList } from '../limitations.ts';
import { child, fail, mapOf, type Node, placeOf } from '../load/description.ts';
import { noteDialect } from '../schemas/limits.ts';
import { readRequestBody, readResponse } from './contents.ts';
import { overriding, readParameter } from './parameters.ts';
import { attempt, type DescriptionReader, membersAt, sinceOpenapi32, wrongOf } from './reader.ts';
import { securityOf } from './security.ts';
import { serversOf } from './servers.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation of a description as plain data; its schemas are registered on the way. */
export function readOperations(reader: DescriptionReader): Operation[] {
  const { description, limitations } = reader;
  const { root } = description;
  const operations: Operation[] = [];
  const noteTwin = twinsTo(limitations);
  const paths = attempt(
    reader,
    () => membersAt(reader, root, 'paths', 'map'),
    () => [],
  );
  for (const [path, at] of paths) {
    if (path.startsWith('x-')) continue;
    for (const operation of readPath(reader, path, at)) {
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

/** What can't be read may be anywhere. */
const ANY_SERVER: readonly Server[] = [{ host: null, basePath: '' }];

/** What stands beside a `$ref` overrides what that leads to: the nearest comes first. */
type Layers = readonly [Node, ...Node[]];

function within(layers: Layers, key: string): Node | undefined {
  for (const layer of layers) {
    const found = child(layer, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The operations of a path. Where that can't be read, any method may have been meant. */
function readPath(reader: DescriptionReader, path: string, at: Node): Operation[] {
  const { description, limitations } = reader;
  let unread: Unread | undefined;
  const item = attempt(
    reader,
    () => layersOf(reader, at, 'a path'),
    (why): Layers => {
      unread = why;
      return [at];
    },
  );
  const serverList = within(item, 'servers') ?? child(description.root, 'servers');
  const servers = attempt(
    reader,
    () => serversOf(reader, serverList),
    () => ANY_SERVER,
  );
  const isPath = /^\/[^?#]*$/.test(path);
  const noPath: Unread = { kind: 'wrong', what: `no request has the path ${path}`, spec: placeOf(at) };
  if (!isPath) limitations.add(noPath.kind, noPath.spec, noPath.what);
  const methods = METHODS.map((method): [string, Node | undefined] => [method, within(item, method)]);
  return [...methods, ...laterMethods(reader, item)].flatMap(([method, node]) => {
    const place = { path, method, servers, spec: placeOf(node ?? at) };
    if (node === undefined) return unread === undefined ? [] : unreadOperation(place, unread);
    if (!isPath) return unreadOperation(place, noPath);
    return attempt(
      reader,
      () => readOperation(reader, { ...place, item, layers: layersOf(reader, node, 'an operation'), unread }),
      (why) => unreadOperation(place, why),
    );
  });
}

/** QUERY, and methods that have no field of their own: their names stand as they are sent. */
function laterMethods(reader: DescriptionReader, item: Layers): [string, Node][] {
  const found = item.flatMap((layer): [string, Node][] => {
    const query = sinceOpenapi32(reader, layer, 'query');
    const others =
      sinceOpenapi32(reader, layer, 'additionalOperations') === undefined
        ? []
        : attempt(
            reader,
            () => membersAt(reader, layer, 'additionalOperations', 'map'),
            () => [],
          );
    const own = others.filter(([method, at]) => {
      const hasField = [...METHODS, 'query'].includes(method.toLowerCase());
      const what = `${method} is not read among additionalOperations, for it has a field of its own`;
      if (hasField) reader.limitations.add('wrong', placeOf(at), what);
      return !hasField;
    });
    return [...(query === undefined ? [] : [['query', query] as [string, Node]]), ...own];
  });
  // What is nearer overrides what is farther.
  return [...new Map(found.reverse())];
}

function layersOf({ description }: DescriptionReader, at: Node, name: string): Layers {
  const layers = description.chain(at);
  for (const layer of layers) mapOf(layer, name);
  return layers;
}

type OperationPlace = Pick<Operation, 'path' | 'method' | 'servers' | 'spec'>;

/** One of which nothing is known. */
function unreadOperation({ path, method, servers, spec }: OperationPlace, unread: Unread): Operation {
  return {
    operationId: `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    servers,
    spec,
    parameters: [],
    requestBody: { required: false, content: {}, spec, unread },
    security: [],
    responses: {},
    unread,
  };
}

interface OperationLayers extends OperationPlace {
  readonly item: Layers;
  readonly layers: Layers;
  /** Why what else the path says could not be read. */
  readonly unread: Unread | undefined;
}

function readOperation(reader: DescriptionReader, operation: OperationLayers): Operation {
  const { description, limitations } = reader;
  const { path, method, spec, item, layers, unread: besides } = operation;
  const wrong = besides === undefined ? [] : wrongOf(besides);
  let unread: Unread | undefined;
  /** What of it can't be read is told with every exchange; `otherwise` stands in its place. */
  const part = <T>(read: () => T, otherwise: T): T =>
    attempt(reader, read, (why) => {
      wrong.push(...wrongOf(why));
      return otherwise;
    });
  const operationId = within(layers, 'operationId')?.value;
  const name = typeof operationId === 'string' ? operationId : `${method} ${path}`;
  const serverList =
    within(layers, 'servers') ?? within(item, 'servers') ?? child(description.root, 'servers');
  const body = within(layers, 'requestBody');
  const callbacks = within(layers, 'callbacks');
  if (callbacks !== undefined) limitations.add('unsupported', placeOf(callbacks), 'callbacks are not judged');
  // What is nearer overrides what is farther.
  const parameters = [...layers, ...item]
    .reverse()
    .flatMap((holder) => part(() => membersAt(reader, holder, 'parameters', 'list'), []))
    .flatMap(([, each]) => part(() => [readParameter(reader, each, name)], []));
  const withSecurity = layers.find((layer) => child(layer, 'security') !== undefined) ?? layers[0];
  const servers = part(() => serversOf(reader, serverList), ANY_SERVER);
  const requestBody = body === undefined ? null : readRequestBody(reader, body, `${name} request`);
  const security = part(() => securityOf(reader, withSecurity), []);
  const responses = attempt(
    reader,
    () => responsesOf(reader, layers, `${method.toUpperCase()} ${path}`),
    (why) => {
      unread = why;
      return [];
    },
  );
  const read = responses.flatMap(([status, response]) => {
    const key = part(() => statusKey(status, response), undefined);
    return key === undefined ? [] : [[key, readResponse(reader, response, `${name} ${status}`)] as const];
  });
  return {
    operationId: name,
    method: method.toUpperCase(),
    path,
    servers,
    spec,
    parameters: overriding(parameters),
    requestBody,
    security,
    responses: Object.fromEntries(read),
    ...(within(layers, 'deprecated')?.value === true && { deprecated: true }),
    ...(unread && { unread }),
    ...(wrong.length > 0 && { wrong }),
  };
}

/** OpenAPI 3.1 has no need of `responses`; where they are there, there is one. */
function responsesOf(reader: DescriptionReader, layers: Layers, name: string): [string, Node][] {
  const holder = layers.find((layer) => child(layer, 'responses') !== undefined);
  const responses = holder === undefined ? [] : membersAt(reader, holder, 'responses', 'map');
  const documented = responses.filter(([status]) => !status.startsWith('x-'));
  if (documented.length > 0) return documented;
  if (holder !== undefined || reader.version === '3.0')
    fail(layers[0], 'an operation needs at least one response');
  reader.limitations.add(
    'unsupported',
    placeOf(layers[0]),
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
