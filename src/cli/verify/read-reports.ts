import { readFile, realpath, stat } from 'node:fs/promises';
import { printable } from '../../contract/printable.ts';
import { expandPattern, isPattern } from '../../contract/recordings/index.ts';
import type { NamedReport } from '../../contract/run/merge-reports.ts';
import { parseReport } from '../../contract/run/parse-report.ts';
import { UsageError, unreadable } from '../cli-errors.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** The JSON reports that paths stand for: files, folders with what is below them, or patterns. @throws UsageError, ReportError */
export async function readReports(paths: readonly string[]): Promise<NamedReport[]> {
  const reports: NamedReport[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of await reportFiles(path)) {
      const real = await realpath(file).catch(() => file);
      if (seen.has(real)) throw new UsageError(`${printable(file)} is given twice`);
      seen.add(real);
      const text = await attempt(file, async () => {
        const { size } = await stat(file);
        if (size > MOST_BYTES) throw new UsageError(`${printable(file)} is too large for a report`);
        return readFile(file, 'utf8');
      });
      reports.push({ file, report: parseReport(file, text) });
    }
  }
  return reports;
}

async function reportFiles(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return expandPattern('**/*.json', path);
  return found === undefined && isPattern(path) ? expandPattern(path) : [path];
}

async function attempt(file: string, read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    throw unreadable(file, error);
  }
}
