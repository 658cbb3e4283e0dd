import { child, type Description, isTrue, type Node, stringAt } from '../description/load/description.ts';

export interface ParameterView {
  /** Equal where two parameters are the same one on the wire. */
  readonly key: string;
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly node: Node;
}

/** OpenAPI 3.1.1, "Parameter Object": header parameters of these names are ignored. */
const IGNORED_HEADERS = /^(?:accept|content-type|authorization)$/i;

/** Those of a path and of an operation, which override those of the same name and place. */
export function parametersOf(
  description: Description,
  holders: readonly Node[],
  path: string,
): ParameterView[] {
  const names = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name]) => name);
  const all = holders
    .flatMap((holder) => description.members(child(holder, 'parameters')))
    .map(([, at]): ParameterView => {
      const node = description.deref(at);
      const name = stringAt(node, 'name') ?? '';
      const place = stringAt(node, 'in') ?? '';
      return { key: keyOf(place, name, names), name, in: place, required: isTrue(node, 'required'), node };
    })
    .filter((parameter) => parameter.in !== 'header' || !IGNORED_HEADERS.test(parameter.name));
  return [...new Map(all.map((parameter) => [parameter.key, parameter])).values()];
}

/** A parameter of the path is known by its place in it: its name is never sent. */
function keyOf(place: string, name: string, names: readonly (string | undefined)[]): string {
  if (place === 'path') return `path ${names.indexOf(name)}`;
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}
