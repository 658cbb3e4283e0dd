import type { Contract } from '../contract.ts';
import { causesOf, countFindings } from '../count-findings.ts';
import type { Coverage } from '../coverage/coverage.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { createRecorder } from '../coverage/recorder.ts';
import type { Finding } from '../finding.ts';
import { parsePlace } from '../finding.ts';
import type { Report, UnlistedKinds } from '../report.ts';
import type { Evidence } from '../reporters/shared/evidence.ts';
import { addTallies, type RecordingTally } from '../reporters/shared/recordings.ts';
import type { RunPart } from './collect.ts';
import { mergeCredentials } from './missing-credentials.ts';
import { addTotals, type Totals, type UnjudgedFiles } from './totals.ts';

/** What a run found: the report, and what a reporter may show beside it. */
export interface RunResult {
  readonly report: Report;
  /** By fingerprint: the exchange of the first of equal findings. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** By file, in the order read. */
  readonly recordings: ReadonlyMap<string, RecordingTally>;
  /** Which kinds of findings the report does not list; absent is none. */
  readonly unlistedKinds?: UnlistedKinds;
}

export interface PartMerger {
  /** Adds the next part. Where it is a segment of a file, its first exchange is number `firstIndex` of that file. */
  add(part: RunPart, firstIndex?: number): void;
  /** Adds what can't even be begun. */
  unjudged(files: UnjudgedFiles): void;
  result(): RunResult;
}

export function mergeParts(contract: Contract, points: ContractPoints): PartMerger {
  const totals = addTotals();
  const recorder = createRecorder(points);
  const recordings = new Map<string, RecordingTally>();
  const credentials = mergeCredentials();

  return {
    add: (part, firstIndex) => {
      totals.add(part, firstIndex);
      credentials.add(part.credentials, firstIndex ?? 0);
      recorder.add(part.shown);
      addTallies(recordings, part.recordings);
    },
    unjudged: totals.addUnjudged,
    result: () => {
      const { title, version, sha256, limitations } = contract;
      const whole = addTotals();
      whole.add(totals.result());
      for (const finding of credentials.told()) whole.tell(finding);
      const all = inOrder(whole.result(), recordings);
      const report = reportOf(all, {
        contract: { title, version, sha256 },
        coverage: recorder.result(),
        limitations: limitations.map(({ kind, spec, what, places }) => ({
          kind,
          spec: parsePlace(spec),
          what,
          places: places.map(parsePlace),
        })),
      });
      const { unlistedKinds } = all.listed;
      return { report, evidence: all.evidence, recordings, ...(unlistedKinds && { unlistedKinds }) };
    },
  };
}

/** What is told at the end stands with the other findings of its recording. */
function inOrder(totals: Totals, recordings: ReadonlyMap<string, RecordingTally>): Totals {
  const rank = new Map([...recordings.keys()].map((file, at) => [file, at]));
  const rankOf = ({ recording }: Finding): number => rank.get(recording.file) ?? rank.size;
  const findings = totals.listed.findings.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || one.recording.index - other.recording.index,
  );
  return { ...totals, listed: { ...totals.listed, findings } };
}

/** A report of what was added up, and of what can't be. */
export function reportOf(
  totals: Totals,
  { contract, coverage, limitations }: Pick<Report, 'contract' | 'limitations'> & { coverage: Coverage },
): Report {
  const { exchanges, verified, undocumented, bodies, listed, elsewhere, lenient, unread, passedOver } =
    totals;
  const { findings, unlisted } = listed;
  const counts = countFindings(findings, unlisted);
  return {
    version: 2,
    contract,
    summary: { exchanges, verified, undocumented, bodies, ...counts, ...(unlisted && { unlisted }) },
    findings,
    causes: causesOf(findings),
    limitations,
    coverage,
    elsewhere,
    lenient,
    unread,
    passedOver,
  };
}
