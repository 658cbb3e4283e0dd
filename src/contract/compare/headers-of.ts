import { child, type Node } from '../description/load/description.ts';
import type { OperationView } from './operation-view.ts';

/** Headers of a response by lower-case name. OpenAPI: an entry named Content-Type is ignored. */
export function headersOf(response: Node, { description }: OperationView): ReadonlyMap<string, Node> {
  const headers = description
    .members(child(response, 'headers'))
    .map(([name, node]) => [name.toLowerCase(), description.deref(node)] as const);
  return new Map(headers.filter(([name]) => name !== 'content-type'));
}
