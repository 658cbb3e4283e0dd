import { causesOf, countFindings } from '../count-findings.ts';
import { type Coverage, coverageOfAll } from '../coverage/coverage.ts';
import { createRecorder } from '../coverage/recorder.ts';
import { type Finding, parsePlace } from '../finding.ts';
import type { ContractShare, FileCredentials, Report, ReportedLimitation, UnlistedKinds } from '../report.ts';
import type { Evidence } from '../reporters/shared/evidence.ts';
import { addTallies, type RecordingTally } from '../reporters/shared/recordings.ts';
import type { RunPart } from './collect.ts';
import { pointsOf, type RunContract, reportedContract } from './contracts.ts';
import { mergeCredentials } from './findings/missing-credentials.ts';
import { addTotals, noExchanges, type Totals, type UnjudgedFiles } from './totals.ts';

/** What a run found: the report, and what a reporter may show beside it. */
export interface RunResult {
  readonly report: Report;
  /** By fingerprint: the exchange of the first of equal findings. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** By file, in the order read. */
  readonly recordings: ReadonlyMap<string, RecordingTally>;
  /** What the requests of each file tell of credentials, and what the report tells of that. */
  readonly credentials: readonly FileCredentials[];
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

export function mergeParts(contracts: readonly RunContract[]): PartMerger {
  const totals = addTotals();
  const recorders = contracts.map(({ contract }) => createRecorder(pointsOf(contract)));
  const recordings = new Map<string, RecordingTally>();
  const credentials = mergeCredentials();

  return {
    add: (part, firstIndex) => {
      totals.add(part, firstIndex);
      credentials.add(part.credentials, firstIndex);
      for (const [place, shown] of part.shown.entries()) recorders[place]?.add(shown);
      addTallies(recordings, part.recordings);
    },
    unjudged: totals.addUnjudged,
    result: () => {
      const whole = addTotals();
      whole.add(totals.result());
      for (const finding of credentials.told()) whole.tell(finding);
      for (const use of credentials.passed()) whole.pass(use);
      const all = inOrder(whole.result(), [...recordings.keys()]);
      const coverages = recorders.map((recorder) => recorder.result());
      const report = reportOf(all, factsOf(contracts, coverages));
      const { unlistedKinds } = all.listed;
      return {
        report,
        evidence: all.evidence,
        recordings,
        credentials: credentials.result(),
        ...(unlistedKinds && { unlistedKinds }),
      };
    },
  };
}

/** What a report says of contracts, and of the run what can't be added up. */
interface ReportFacts extends Pick<Report, 'contract' | 'limitations' | 'coverage'> {
  /** Each of several. */
  readonly contracts?: readonly Pick<ContractShare, 'name' | 'title' | 'version' | 'sha256' | 'coverage'>[];
}

function factsOf(contracts: readonly RunContract[], coverages: readonly Coverage[]): ReportFacts {
  const contract = reportedContract(contracts);
  const [only] = coverages;
  if (only !== undefined && contracts.length === 1)
    return { contract, coverage: only, limitations: contracts.flatMap((each) => limitationsOf(each)) };
  return {
    contract,
    contracts: contracts.map(({ name, contract: { title, version, sha256 } }, place) => {
      const { covered, eligible, percent, kinds } = coverages[place] as Coverage;
      return { name, title, version, sha256, coverage: { covered, eligible, percent, kinds } };
    }),
    coverage: coverageOfAll(contracts.map(({ name }, place) => [name, coverages[place] as Coverage])),
    limitations: contracts.flatMap((each) => limitationsOf(each, each.name)),
  };
}

function limitationsOf({ contract }: RunContract, name?: string): ReportedLimitation[] {
  return contract.limitations.map(({ kind, spec, what, places }) => ({
    kind,
    ...(name !== undefined && { contract: name }),
    spec: parsePlace(spec),
    what,
    places: places.map(parsePlace),
  }));
}

/** A report of what was added up, and of what can't be. */
export function reportOf(totals: Totals, facts: ReportFacts): Report {
  const { exchanges, verified, undocumented, bodies, listed, elsewhere, lenient, unread, passedOver } =
    totals;
  const { contract, contracts, coverage, limitations } = facts;
  const { findings, unlisted } = listed;
  const counts = countFindings(findings, unlisted);
  return {
    version: 2,
    contract,
    ...(contracts && {
      contracts: contracts.map((each, place) => ({
        ...each,
        ...(totals.contracts[place] ?? noExchanges()),
      })),
    }),
    summary: {
      exchanges,
      verified,
      undocumented,
      bodies,
      ...counts,
      ...(unlisted && { unlisted }),
    },
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

/** What is told at the end stands with the other findings of its recording; these in the order in which they were read. */
export function inOrder(totals: Totals, files: readonly string[]): Totals {
  const rank = new Map(files.map((file, at) => [file, at]));
  const rankOf = ({ recording }: Finding): number => rank.get(recording.file) ?? rank.size;
  const findings = totals.listed.findings.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || one.recording.index - other.recording.index,
  );
  return { ...totals, listed: { ...totals.listed, findings } };
}
