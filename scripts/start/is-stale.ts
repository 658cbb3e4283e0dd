import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a file or a folder among `sources`, or anything below it, is newer than `stamp`, or `stamp` is not there.
 * Tests are passed over; a file that was removed shows by its folder.
 */
export function isStale(stamp: string, sources: readonly string[]): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  return built === undefined || sources.some((source) => newest(source) > built);
}

function newest(path: string): number {
  // A link that leads nowhere is the lock of some editors, and a file may go while this looks.
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/\.test(-support)?\.ts$/.test(name),
  );
  return Math.max(
    stats.mtimeMs,
    ...files.map((file) => statSync(join(path, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}
