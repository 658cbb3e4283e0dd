import { withFindings } from '../count-findings.ts';
import type { CheckId, Finding, Severity } from '../finding.ts';
import { fingerprintOf } from '../judge/fingerprint.ts';
import { shorten } from '../printable.ts';
import type { Report } from '../report.ts';
import { NEVER_WAIVED, type Waiver } from './waiver.ts';

const OF_WAIVERS: ReadonlySet<CheckId> = new Set<CheckId>(['unused-waiver', 'expired-waiver']);

/** Begins what is said of a waiver that covers nothing in a run. */
const COVERS_NOTHING = 'No finding has this fingerprint';

/**
 * The report with its waivers applied and its counts made anew. `today` is `YYYY-MM-DD` in UTC. Where something was not read no
 * waiver is called unused: what it covers may be there.
 */
export function waiveReport(report: Report, waivers: readonly Waiver[], today: string): Report {
  const findings = applyWaivers(report.findings, waivers, today);
  if (report.unread.length === 0) return withFindings(report, findings);
  return withFindings(
    report,
    findings.filter((finding) => !coversNothing(finding)),
  );
}

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

/**
 * A finding about a waiver. A warning by default: the finding that it no longer covers fails the run by itself, in its
 * own severity, and an untidy list of waivers says nothing about the API.
 */
function waiverFinding(
  waiver: Waiver,
  check: CheckId,
  message: string,
  severity: Severity = 'warning',
): Finding {
  const { place, fingerprint, reason, owner, expires } = waiver;
  return {
    check,
    severity,
    message,
    method: '',
    url: '',
    status: 0,
    target: 'response',
    spec: place,
    received: shorten(`${fingerprint} of ${owner}, expires ${expires}: ${reason}`),
    recording: { file: place.file, index: Number(place.pointer.slice(1)) },
    fingerprint: fingerprintOf({
      check,
      subject: fingerprint,
      status: 0,
      target: 'response',
    }),
  };
}

/** Whether a finding is about a waiver, and not about an exchange. */
export function isOfWaiver({ check }: Finding): boolean {
  return OF_WAIVERS.has(check);
}

function coversNothing(finding: Finding): boolean {
  return isOfWaiver(finding) && finding.message.startsWith(COVERS_NOTHING);
}
