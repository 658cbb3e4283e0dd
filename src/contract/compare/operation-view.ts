import { child, type Description, type Node, stringAt } from '../description/load/description.ts';
import { type ParameterView, parametersOf } from './parameters-of.ts';
import { serversOf } from './servers-of.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** An operation as a caller sees it. */
export interface OperationView {
  readonly operationId: string;
  /** Upper-case. */
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  readonly description: Description;
  readonly servers: readonly string[];
  readonly parameters: readonly ParameterView[];
}

export function operationsOf(description: Description): OperationView[] {
  const { root } = description;
  return description.members(child(root, 'paths')).flatMap(([path, at]) => {
    if (!path.startsWith('/')) return [];
    const item = description.deref(at);
    return METHODS.flatMap((method) => {
      const node = description.at(item, method);
      if (node === undefined) return [];
      const servers = child(node, 'servers') ?? child(item, 'servers') ?? child(root, 'servers');
      return {
        operationId: stringAt(node, 'operationId') ?? `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        node,
        description,
        servers: serversOf(servers),
        parameters: parametersOf(description, [item, node], path),
      };
    });
  });
}

/** The path without the names of its parameters, which nobody sees on the wire. */
export function namelessPath(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}');
}
