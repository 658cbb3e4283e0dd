/** What something took, in microseconds. */
export interface Cost {
  /** As a person with a watch would see it. */
  readonly elapsed: number;
  /** Of a processor, all threads together: the one to look at while the machine has other things to do. */
  readonly processor: number;
}

/** What one of so many calls took. */
export async function costOf(calls: number, run: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const started = performance.now();
  await run();
  const elapsed = (performance.now() - started) * 1000;
  const { user, system } = process.cpuUsage(before);
  return { elapsed: elapsed / calls, processor: (user + system) / calls };
}
