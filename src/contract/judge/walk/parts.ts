import type { Schema, SchemaId } from '../../contract.ts';
import { patternOf } from '../../description/schemas/patterns.ts';

/** The schema of a part of a value, and whether the schema that gives it names the part: a map does not name its keys. */
export type TakePart = (id: SchemaId, isDeclared: boolean) => void;

/** The schemas that one schema has for a member of an object. */
export function forMember({ keywords }: Schema, name: string, take: TakePart): void {
  const { properties, patternProperties, additionalProperties } = keywords;
  let isNamed = false;
  if (properties !== undefined && Object.hasOwn(properties, name)) {
    isNamed = true;
    take(properties[name] as SchemaId, true);
  }
  if (patternProperties !== undefined) {
    for (const pattern of Object.keys(patternProperties)) {
      if (!patternOf(pattern).test(name)) continue;
      isNamed = true;
      take(patternProperties[pattern] as SchemaId, false);
    }
  }
  if (!isNamed && additionalProperties !== undefined) take(additionalProperties, false);
}

/** Whether a schema says something of a member by its name, and not as of any other. */
export function namesMember({ keywords }: Schema, name: string): boolean {
  const { properties, patternProperties } = keywords;
  if (properties !== undefined && Object.hasOwn(properties, name)) return true;
  return Object.keys(patternProperties ?? {}).some((pattern) => patternOf(pattern).test(name));
}

/** The schema that one schema has for an item of an array. */
export function forItem({ keywords }: Schema, index: number): SchemaId | undefined {
  return keywords.prefixItems?.[index] ?? keywords.items;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function hasMember(value: unknown, name: string): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.hasOwn(value, name);
}
