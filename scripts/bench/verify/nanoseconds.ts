/** Nanoseconds of processor for each item; what is computed is kept alive. */
export function nanoseconds<T>(items: readonly T[], run: (item: T) => unknown): number {
  const before = process.cpuUsage();
  let last: unknown;
  for (const item of items) last = run(item);
  const { user, system } = process.cpuUsage(before);
  if (last === undefined) throw new Error('nothing was computed');
  return ((user + system) * 1000) / items.length;
}
