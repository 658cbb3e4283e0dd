/** Coverage points of one schema, as indexes into the list of all points. */
export interface SchemaPoints {
  readonly properties: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<unknown, number>;
  readonly null?: number;
  readonly empty?: number;
  readonly filled?: number;
}

/** The points of a schema by its id; undefined where it has none. */
export type PointsOf = (id: string) => SchemaPoints | undefined;

/** The points of all schemas that apply to a value: what a value of each form shows. */
export interface Marks {
  readonly properties: ReadonlyMap<string, readonly number[]>;
  /** Undefined where there is no enum. */
  readonly values: ReadonlyMap<unknown, readonly number[]> | undefined;
  readonly null: readonly number[];
  readonly empty: readonly number[];
  readonly filled: readonly number[];
}

export function mergeMarks(ids: readonly string[], pointsOf: PointsOf): Marks {
  const points = ids.map(pointsOf).filter((one) => one !== undefined);
  const values = merge(points.map((one) => one.values));
  const all = (kind: 'null' | 'empty' | 'filled'): number[] =>
    points.map((one) => one[kind]).filter((index) => index !== undefined);
  return {
    properties: merge(points.map((one) => one.properties)),
    values: values.size === 0 ? undefined : values,
    null: all('null'),
    empty: all('empty'),
    filled: all('filled'),
  };
}

function merge<K>(maps: readonly ReadonlyMap<K, number>[]): Map<K, number[]> {
  const merged = new Map<K, number[]>();
  for (const map of maps) {
    for (const [key, index] of map) {
      const list = merged.get(key);
      if (list === undefined) merged.set(key, [index]);
      else list.push(index);
    }
  }
  return merged;
}
