import { dirname, resolve } from 'node:path';
import { child, type Description, type Node } from '../description/load/description.ts';
import { unescapeSegment } from '../json/pointer.ts';

/**
 * The node that a pointer into the bundled description leads to in the files that it was bundled from: the file
 * `components/schemas/Name.yaml` becomes the component of that name.
 */
export function locateInFragment(description: Description, pointer: string): Node | undefined {
  const segments = pointer.split('/').slice(1).map(unescapeSegment);
  const component = segments[0] === 'components' ? componentAt(description, segments) : undefined;
  let node: Node | undefined = component ?? description.root;
  for (const segment of component === undefined ? segments : segments.slice(3)) {
    node = node && child(description.deref(node), segment);
  }
  return node && description.deref(node);
}

function componentAt(
  { root, sources }: Description,
  [, kind = '', name = '']: readonly string[],
): Node | undefined {
  const path = resolve(dirname(root.source.path), 'components', kind, `${name}.yaml`);
  const source = sources.find((one) => one.path === path);
  return source && { source, pointer: '', value: source.value };
}
