import { child, type Node } from '../description/load/description.ts';
import type { OperationView } from './operation-view.ts';

/** The response that speaks of a status: its own, else that of its range, else `default`. */
export function responseFor({ node, description }: OperationView, status: string): Node | undefined {
  const responses = description.members(child(node, 'responses'));
  for (const key of [status, `${status[0]}XX`, 'default']) {
    const found = responses.find(([name]) => name.toUpperCase() === key.toUpperCase());
    if (found !== undefined) return description.deref(found[1]);
  }
  return undefined;
}
