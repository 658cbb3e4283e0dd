/** Whether two JSON values are the same, as JSON Schema means it: 1 and 1.0 are, the order of members is none. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === 'bigint' || typeof other === 'bigint')
    return isNumber(one) && isNumber(other) && !(one < other) && !(one > other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(other, name) &&
      isEqual((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
  );
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** The first two items that are the same, by their places; undefined where each differs. In time that grows with the list. */
export function equalItems(items: readonly unknown[]): readonly [first: number, second: number] | undefined {
  const met = new Map<unknown, number[]>();
  for (const [index, item] of items.entries()) {
    const key = typeof item === 'string' ? item : typeof item === 'bigint' ? Number(item) : keyOf(item);
    const before = met.get(key) ?? [];
    const equal = before.find((other) => isEqual(items[other], item));
    if (equal !== undefined) return [equal, index];
    met.set(key, [...before, index]);
  }
  return undefined;
}

function keyOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? textOf(item) : item;
}

/** Equal for equal values; nearly always different for others. */
function textOf(value: unknown): string {
  if (typeof value === 'bigint' || typeof value === 'number') return String(Number(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${textOf((value as Record<string, unknown>)[name])}`).join()}}`;
}
