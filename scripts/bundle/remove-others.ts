import { readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Removes what an earlier build wrote and this one did not: it would be shipped, and might even be loaded. */
export function removeOthers(folder: string, written: readonly string[]): void {
  const kept = new Set(written.map((file) => relative(folder, resolve(file))));
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.js') && !kept.has(file)) rmSync(join(folder, file));
  }
}
