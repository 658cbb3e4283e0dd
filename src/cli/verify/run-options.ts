import type { ProvenanceSource } from '../../contract/recordings/index.ts';
import type { AgeLimit } from '../../contract/run/findings/age-findings.ts';
import { UsageError } from '../cli-errors.ts';

const MOST_WORKERS = 64;
const SOURCES: readonly ProvenanceSource[] = ['live', 'simulator', 'transcribed'];

/** The value of `--workers`. @throws UsageError */
export function workersOf(text: string): number {
  const workers = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new UsageError(`--workers must be a number from 1 to ${MOST_WORKERS}, not ${JSON.stringify(text)}`);
}

/** A value of `--max-age`. @throws UsageError */
export function ageLimitOf(text: string): AgeLimit {
  const [, source, days, severity] = /^(?:(\w+)=)?(\d{1,5})d?(?::(warning|error))?$/.exec(text) ?? [];
  const known = SOURCES.find((each) => each === source);
  if (days === undefined || (source !== undefined && known === undefined))
    throw new UsageError(
      `--max-age must be as 90, live=90 or live=90:error (${SOURCES.join(', ')}), not ${JSON.stringify(text)}`,
    );
  return { source: known, days: Number(days), severity: severity === 'error' ? 'error' : 'warning' };
}
