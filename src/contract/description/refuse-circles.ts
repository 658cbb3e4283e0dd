import type { Shape } from '../contract.ts';
import type { CompiledSchema } from './convert-schema.ts';
import { DescriptionError } from './description-error.ts';
import { IN_PLACE_KEYWORDS } from './keywords.ts';

/**
 * Refuses a schema that applies to its own value again, by way of `allOf`, `anyOf` and the like: to judge by it would
 * never end. By way of a property or an item it may, for a body ends.
 *
 * @throws DescriptionError at the first such schema
 */
export function refuseCircles(
  schemas: ReadonlyMap<string, CompiledSchema>,
  shapes: Readonly<Record<string, Shape>>,
): void {
  const done = new Set<string>();
  for (const start of schemas.keys()) {
    // Its own stack, for a chain of schemas can be longer than that of the program.
    const path: { readonly id: string; readonly next: string[] }[] = [];
    const within = new Set<string>();
    const enter = (id: string): void => {
      if (done.has(id)) return;
      if (within.has(id)) throw circleAt(shapes[id]);
      within.add(id);
      path.push({ id, next: appliedBy(schemas.get(id)) });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.next.pop();
      if (next !== undefined) enter(next);
      else {
        path.pop();
        within.delete(step.id);
        done.add(step.id);
      }
    }
  }
}

function circleAt(shape: Shape | undefined): DescriptionError {
  return new DescriptionError(
    shape?.spec ?? '',
    `the schema ${shape?.name} applies to itself, without an end`,
  );
}

/** The ids of the schemas that apply to the same value. */
function appliedBy(schema: CompiledSchema | undefined): string[] {
  if (typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword === '$ref') return [value as string];
    if (!IN_PLACE_KEYWORDS.has(keyword)) return [];
    const parts =
      keyword === 'dependentSchemas' || Array.isArray(value) ? Object.values(value as object) : [value];
    return parts.flatMap((part) => appliedBy(part as CompiledSchema));
  });
}
