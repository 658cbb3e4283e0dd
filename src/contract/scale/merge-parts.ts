import type { Contract } from '../contract.ts';
import { countFindings } from '../count-findings.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { createRecorder } from '../coverage/recorder.ts';
import type { Severity } from '../finding.ts';
import { parsePlace } from '../parse-place.ts';
import type { Report, UnlistedKinds } from '../report.ts';
import { type Evidence, keepEvidence } from '../reporter-support/evidence.ts';
import { addTallies, type RecordingTally } from '../reporter-support/recording-list.ts';
import { findingList, type ListedFindings } from './finding-list.ts';
import { mergeCredentials } from './missing-credentials.ts';
import { moved } from './part-findings.ts';
import type { RunPart } from './run-part.ts';

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
  /** Adds the next part. Its first exchange is number `firstIndex` of its file, if it is a part of one file. */
  add(part: RunPart, firstIndex?: number): void;
  result(): RunResult;
}

export function mergeParts(contract: Contract, points: ContractPoints): PartMerger {
  const counts = { exchanges: 0, verified: 0, undocumented: 0 };
  const list = findingList();
  const credentials = mergeCredentials();
  const recorder = createRecorder(points);
  const evidence = new Map<string, Evidence>();
  const recordings = new Map<string, RecordingTally>();

  return {
    add: (part, firstIndex = 0) => {
      counts.exchanges += part.exchanges;
      counts.verified += part.verified;
      counts.undocumented += part.undocumented;
      for (const finding of part.findings) list.add(moved(finding, firstIndex));
      for (const repeated of part.repeated) list.addRepeated(repeated);
      credentials.add(part.credentials, firstIndex);
      recorder.add(part.shown);
      keepEvidence(evidence, part.evidence);
      addTallies(recordings, part.recordings);
    },
    result: () => {
      const { title, version, sha256, limitations } = contract;
      const listed = list.listed();
      const atEnd = findingList();
      for (const { finding, times } of credentials.told()) {
        const isCounted = finding.severity === 'error' && times > 1;
        atEnd.add(isCounted ? { ...finding, unlisted: times - 1 } : finding);
      }
      const { findings, unlisted, unlistedKinds } = together(listed, atEnd.listed());
      const report: Report = {
        version: 1,
        contract: { title, version, sha256 },
        summary: { ...counts, ...countFindings(findings, unlisted), ...(unlisted && { unlisted }) },
        findings,
        limitations: limitations.map(({ kind, spec, what, places }) => ({
          kind,
          spec: parsePlace(spec),
          what,
          places: places.map(parsePlace),
        })),
        coverage: recorder.result(),
      };
      return { report, evidence, recordings, ...(unlistedKinds && { unlistedKinds }) };
    },
  };
}

/** What two lists hold, one after the other; kinds that neither lists are known only where one list has them all. */
function together(first: ListedFindings, last: ListedFindings): ListedFindings {
  const findings = [...first.findings, ...last.findings];
  if (first.unlisted === undefined || last.unlisted === undefined) return { ...last, ...first, findings };
  const sum = (severity: Severity): number =>
    (first.unlisted?.[severity] ?? 0) + (last.unlisted?.[severity] ?? 0);
  return { findings, unlisted: { error: sum('error'), warning: sum('warning'), info: sum('info') } };
}
