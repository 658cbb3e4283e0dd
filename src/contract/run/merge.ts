import type { Contract } from '../contract.ts';
import { countFindings } from '../count-findings.ts';
import type { ContractPoints } from '../coverage/points.ts';
import { createRecorder } from '../coverage/recorder.ts';
import type { Finding } from '../finding.ts';
import { parsePlace } from '../parse-place.ts';
import type { Report, UnlistedKinds } from '../report.ts';
import { type Evidence, keepEvidence } from '../reporter-support/evidence.ts';
import { addTallies, type RecordingTally } from '../reporter-support/recording-list.ts';
import type { RunPart } from './collect.ts';
import { findingList } from './finding-list.ts';

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
  result(): RunResult;
}

export function mergeParts(contract: Contract, points: ContractPoints): PartMerger {
  const counts = { exchanges: 0, verified: 0, undocumented: 0 };
  const list = findingList();
  const recorder = createRecorder(points);
  const evidence = new Map<string, Evidence>();
  const recordings = new Map<string, RecordingTally>();

  return {
    add: (part, firstIndex = 0) => {
      counts.exchanges += part.exchanges;
      counts.verified += part.verified;
      counts.undocumented += part.undocumented;
      for (const finding of part.listed.findings) list.add(moved(finding, firstIndex));
      list.addUnlisted(part.listed.unlisted, part.listed.unlistedKinds);
      part.shown.forEach((shown, point) => {
        if (shown !== 0) recorder.show(point);
      });
      keepEvidence(evidence, part.evidence);
      addTallies(recordings, part.recordings);
    },
    result: () => {
      const { title, version, sha256, limitations } = contract;
      const { findings, unlisted, unlistedKinds } = list.listed();
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

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { file, index } = finding.recording;
  return { ...finding, recording: { file, index: index + by } };
}
