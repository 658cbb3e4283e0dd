import { child, children, type Node } from '../description/load/description.ts';
import { documentedType } from '../description/media-type.ts';

/** What a `content` says of a media type: under its own name, or a range that holds it. */
export function mediaTypeFor(holder: Node, name: string): Node | undefined {
  const entries = children(child(holder, 'content'));
  const exact = entries.find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (exact !== undefined) return exact[1];
  const found = documentedType(
    entries.map(([key]) => essenceOf(key)),
    { essence: essenceOf(name), parameters: [] },
  );
  return found === undefined ? undefined : entries.find(([key]) => essenceOf(key) === found)?.[1];
}

function essenceOf(name: string): string {
  return name.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
