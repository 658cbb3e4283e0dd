import type { Finding } from '../finding.ts';
import { COVERS_NOTHING } from './merge-waiver-findings.ts';
import { NEVER_WAIVED, type Waiver } from './waiver.ts';
import { waiverFinding } from './waiver-finding.ts';

/**
 * The findings, those that a waiver covers marked with its owner, followed by what is to be said of the waivers
 * themselves: one that expired covers nothing any more, and one that covers nothing is to be deleted.
 *
 * `today` is `YYYY-MM-DD` in UTC; a waiver still holds on the day on which it expires.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
): Finding[] {
  const byFingerprint = new Map(waivers.map((waiver) => [waiver.fingerprint, waiver]));
  const matched = new Map<Waiver, Finding[]>(waivers.map((waiver) => [waiver, []]));
  const applied = findings.map((finding) => {
    const waiver = byFingerprint.get(finding.fingerprint);
    if (waiver === undefined) return finding;
    matched.get(waiver)?.push(finding);
    const covers = fits(waiver, finding) && waiver.expires >= today;
    return covers ? { ...finding, waivedBy: waiver.owner } : finding;
  });
  const ofWaivers = waivers.map((waiver) => sayOf(waiver, matched.get(waiver) ?? [], today));
  return [...applied, ...ofWaivers.filter((finding) => finding !== undefined)];
}

function fits(waiver: Waiver, { check }: Finding): boolean {
  return !NEVER_WAIVED.has(check) && (waiver.check === undefined || waiver.check === check);
}

/** What is wrong with a waiver, as a finding; undefined where it covers something and still holds. */
function sayOf(waiver: Waiver, matched: readonly Finding[], today: string): Finding | undefined {
  const [first] = matched;
  if (first === undefined)
    return waiverFinding(waiver, 'unused-waiver', `${COVERS_NOTHING}: delete the waiver.`);
  if (NEVER_WAIVED.has(first.check))
    return waiverFinding(waiver, 'unused-waiver', `A finding of ${first.check} can't be waived.`, 'error');
  if (!fits(waiver, first))
    return waiverFinding(
      waiver,
      'unused-waiver',
      `The finding with this fingerprint is of ${first.check}, not of ${waiver.check}.`,
    );
  if (waiver.expires >= today) return undefined;
  return waiverFinding(
    waiver,
    'expired-waiver',
    `The waiver expired on ${waiver.expires}: what it covered counts again.`,
  );
}
