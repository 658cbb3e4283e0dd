import type { Finding } from '../../finding.ts';
import { fingerprintOf } from '../../judge/fingerprint.ts';
import type { ProvenanceSource } from '../../recordings/index.ts';
import type { RecordingSummary } from '../../report.ts';

/** How old recordings may be. */
export interface AgeLimit {
  /** Of which recordings; undefined: of all for which there is no limit of their own. */
  readonly source: ProvenanceSource | undefined;
  readonly days: number;
  readonly severity: 'warning' | 'error';
}

const DAY_MS = 86_400_000;

/**
 * A finding for each recording that is older than it may be, does not say how old it is, or says that it was made after
 * `today` (`YYYY-MM-DD` in UTC). Of limits alike the last holds.
 */
export function ageFindings(
  recordings: readonly RecordingSummary[],
  limits: readonly AgeLimit[],
  today: string,
): Finding[] {
  // Clocks differ, and a day begins earlier elsewhere.
  const latest = Date.parse(today) + DAY_MS;
  return recordings.flatMap((recording) => {
    const limit =
      limits.findLast(({ source }) => source !== undefined && source === recording.source) ??
      limits.findLast(({ source }) => source === undefined);
    if (limit === undefined) return [];
    const { ageDays, recordedAt } = recording;
    const isOfFuture = recordedAt !== undefined && Date.parse(recordedAt) > latest;
    if (ageDays !== undefined && ageDays <= limit.days && !isOfFuture) return [];
    return [ageFinding(recording, limit, isOfFuture)];
  });
}

function ageFinding(
  { file, ageDays, recordedAt, source }: RecordingSummary,
  limit: AgeLimit,
  isOfFuture: boolean,
): Finding {
  const check = 'outdated-recording';
  const kind = limit.source === undefined ? '' : ` of source ${source}`;
  return {
    check,
    severity: limit.severity,
    message: isOfFuture
      ? 'The recording says that it was made in the future: nothing tells how old it is.'
      : ageDays === undefined
        ? 'The recording does not say when it was made.'
        : 'The recording is older than it may be: record it anew.',
    method: '',
    url: '',
    status: 0,
    target: 'response',
    received: isOfFuture
      ? `recorded on ${recordedAt}`
      : ageDays === undefined
        ? 'no date'
        : `${ageDays} days, recorded on ${recordedAt}`,
    documented: `at most ${limit.days} days${kind}`,
    recording: { file, index: 0 },
    // The number of days is no part of it, or a waiver would hold for one day.
    fingerprint: fingerprintOf({
      check,
      subject: file,
      status: 0,
      target: 'response',
    }),
  };
}
