import type { Contract, Shape } from '../contract.ts';

/** A schema that applies to a value, with its id. */
export interface AppliedShape {
  readonly id: string;
  readonly shape: Shape;
}

/**
 * The schemas that apply to a value: the schema itself, those it always refers to, and those of its alternatives that the
 * value fits. Where it fits none, all are taken: the value is wrong already, and what it has was meant for one of them.
 */
export function applicableShapes(contract: Contract, id: string, value: unknown): AppliedShape[] {
  const applied: AppliedShape[] = [];
  const seen = new Set<string>();
  const visit = (current: string): void => {
    const shape = contract.shapes[current];
    if (shape === undefined || seen.has(current)) return;
    seen.add(current);
    applied.push({ id: current, shape });
    for (const other of shape.all ?? []) visit(other);
    const fitting = (shape.some ?? []).filter((other) => contract.validators[other]?.(value));
    for (const other of fitting.length > 0 ? fitting : (shape.some ?? [])) visit(other);
  };
  visit(id);
  return applied;
}

/** The schemas of a member, by what each applied schema says of it; `documented` if one of them names it. */
export function memberSchemas(
  applied: readonly AppliedShape[],
  name: string,
): { readonly schemas: readonly string[]; readonly documented: boolean } {
  const schemas: string[] = [];
  let documented = false;
  for (const { shape } of applied) {
    const named = shape.properties !== undefined && Object.hasOwn(shape.properties, name);
    if (named) schemas.push(shape.properties?.[name] as string);
    let matched = named;
    for (const [pattern, schema] of Object.entries(shape.patternProperties ?? {})) {
      if (!new RegExp(pattern, 'u').test(name)) continue;
      schemas.push(schema);
      matched = true;
    }
    if (!matched && typeof shape.additional === 'string') schemas.push(shape.additional);
    if (matched || shape.additional !== undefined) documented = true;
  }
  return { schemas, documented };
}

/** The schemas of an item of an array. */
export function itemSchemas(applied: readonly AppliedShape[], index: number): string[] {
  return applied.flatMap(({ shape }) => {
    const schema = shape.prefixItems?.[index] ?? shape.items;
    return schema === undefined ? [] : [schema];
  });
}
