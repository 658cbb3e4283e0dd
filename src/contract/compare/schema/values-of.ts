import { isDeepStrictEqual } from 'node:util';
import { child, type Node } from '../../description/load/description.ts';
import type { Schema } from './schema.ts';

/** The values that `enum` and `const` leave; undefined where the schema has neither. */
export function valuesOf(schema: Schema): readonly unknown[] | undefined {
  let values: readonly unknown[] | undefined;
  for (const layer of schema.layers) {
    for (const list of [enumOf(layer, schema), constOf(layer)]) {
      if (list === undefined) continue;
      values = values === undefined ? list : values.filter((value) => includes(list, value));
    }
  }
  return values;
}

export function includes(values: readonly unknown[], value: unknown): boolean {
  return values.some((other) => isDeepStrictEqual(other, value));
}

function enumOf(layer: Node, { dialect }: Schema): readonly unknown[] | undefined {
  const list = child(layer, 'enum')?.value;
  if (!Array.isArray(list)) return undefined;
  return dialect === '3.0' && child(layer, 'nullable')?.value === true ? [...list, null] : list;
}

function constOf(layer: Node): readonly unknown[] | undefined {
  const node = child(layer, 'const');
  return node === undefined ? undefined : [node.value];
}
