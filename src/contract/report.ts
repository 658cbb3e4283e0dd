import type { Coverage, CoverageTotals } from './coverage/coverage.ts';
import type { RecordingPlace } from './exchange.ts';
import type { CheckId, Finding, Severity, SpecPlace } from './finding.ts';
import type { LenientRule } from './judge/lenient.ts';
import type { ProvenanceSource } from './recordings/provenance.ts';
import type { Evidence } from './reporters/shared/evidence.ts';
import type { Waiver } from './waivers/waiver.ts';

/** What a contract run found. `verify --format json` prints exactly this; the shape is public API. */
export interface Report {
  /** Version of this shape. */
  readonly version: 2;
  /** What the exchanges were held against; of several contracts all of them together. */
  readonly contract: ReportedContract;
  /** Each of several contracts, in the order given; absent where there is one. */
  readonly contracts?: readonly ContractShare[];
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  /** What the errors and warnings that count come from: those of one place and keyword are one. The worst and most frequent first. */
  readonly causes: readonly FindingCause[];
  readonly coverage: Coverage;
  /** What of the description was not judged. */
  readonly limitations: readonly ReportedLimitation[];
  /** Hosts that are none of a documented server: what went there was not judged. In the order met. */
  readonly elsewhere: readonly ElsewhereHost[];
  /** Which lenient rules let something pass. */
  readonly lenient: readonly LenientUse[];
  /** What was to be read and could not be: the run is not whole. */
  readonly unread: readonly UnreadRecording[];
  /** Files that were found, and are no recordings. */
  readonly passedOver: readonly PassedOverFile[];
  /** The files that the exchanges came from, in the order read. */
  readonly recordings?: readonly RecordingSummary[];
  /** Of which share of the work this is the report; absent where it is of all. */
  readonly shard?: ReportShard;
}

/** A contract, or several: then their titles and versions stand one after another, and the digest is of all. */
export interface ReportedContract {
  readonly title: string;
  readonly version: string;
  readonly sha256: string;
}

/** One of several contracts, and what of the run belongs to it. */
export interface ContractShare
  extends ReportedContract,
    Pick<Summary, 'exchanges' | 'verified' | 'undocumented' | 'bodies'> {
  /** What `contract` of findings, limitations and coverage says: no two are called alike. */
  readonly name: string;
  readonly coverage: CoverageTotals;
}

/** Something of the description that was not judged. */
export interface ReportedLimitation {
  /** Whose it is; absent where there is one contract. */
  readonly contract?: string;
  /** Whether the description is wrong there, or says what is not understood here. */
  readonly kind: 'wrong' | 'unsupported';
  /** The first place that has it. */
  readonly spec: SpecPlace;
  readonly what: string;
  /** All of them. */
  readonly places: readonly SpecPlace[];
}

/** One thing that differs, wherever it is met. */
export interface FindingCause {
  readonly check: CheckId;
  readonly severity: Severity;
  /** Whose it is; absent where there is one contract. */
  readonly contract?: string;
  /** Of the schema, where one says otherwise. */
  readonly keyword?: string;
  readonly spec?: SpecPlace;
  /** Its findings. */
  readonly count: number;
  /** In how many operations the listed ones are. */
  readonly operations: number;
  /** Of the first of them. */
  readonly message: string;
  readonly recording: RecordingPlace;
}

/** A host that is none of a documented server. */
export interface ElsewhereHost {
  /** Lower case, with its port unless it is the default. */
  readonly host: string;
  readonly exchanges: number;
  /** Where an operation would match at a server of this host with it: the base path, empty for none. */
  readonly basePath?: string;
}

/** How often a lenient rule let something pass. */
export interface LenientUse {
  readonly rule: LenientRule;
  readonly times: number;
  /** Where the description would say otherwise, of the first; absent where it says nothing there. */
  readonly spec?: SpecPlace;
  /** The first exchange. */
  readonly recording: RecordingPlace;
}

/** A path that can't be read as recordings, at all or from somewhere on. */
export interface UnreadRecording {
  readonly file: string;
  readonly reason: string;
  /** For which format it was taken. */
  readonly format?: string;
}

/** A file that is no recording. */
export interface PassedOverFile {
  readonly file: string;
  readonly reason: string;
}

/** One of several reports that `merge-reports` puts together. */
export interface ReportShard {
  /** Counted from 1. */
  readonly index: number;
  readonly of: number;
  /** What it is a share of: reports whose plans differ are of different runs. */
  readonly plan: RunPlan;
  /** By fingerprint: what reporters show beside a finding, so that the merged report can show it. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  /**
   * What the requests of this share tell of credentials, by file, and what was told of them: whether a recorder removed them
   * all of a file's requests show. Absent where they tell nothing.
   */
  readonly credentials?: readonly FileCredentials[];
  /** The waivers that this share was given; absent where there are none. */
  readonly waivers?: readonly Waiver[];
  /** Which kinds of findings this share does not list, for another may; absent where it lists all. */
  readonly unlistedKinds?: UnlistedKinds;
}

/** What the requests of one recording tell of credentials; plain data. */
export interface FileCredentials {
  readonly file: string;
  /** The contract that the requests belong to; absent where there is one. */
  readonly contract?: string;
  /** Names of the security schemes whose credential, or what stands for it, some request carries. */
  readonly kept: readonly string[];
  readonly missing: readonly MissingCredential[];
}

/** Equal requests of a recording that lack a credential. */
export interface MissingCredential {
  /** The schemes that are documented and were not used. */
  readonly schemes: readonly string[];
  /** What the first of them is told as where its recorder keeps none of those credentials: it may have removed this one. */
  readonly removed: Finding;
  /** And where it keeps one of them: this request was sent without. */
  readonly open: Finding;
  readonly times: number;
}

/** All that a verdict of a run depends on, but for the description, whose digest is the contract's. */
export interface RunPlan {
  /** Version of this package. */
  readonly toolVersion: string;
  /** The options that change a verdict, as on a command line; of waivers the digest of the file. */
  readonly options: string;
  /** Hex SHA-256 of the recordings: of their names, relative to the path that was given, and of what each holds. */
  readonly recordings: string;
}

/** How many findings there are of kinds that are not listed, by severity and fingerprint; of several contracts with the name of theirs. */
export type UnlistedKinds = Readonly<Record<Severity, Readonly<Record<string, number>>>>;

/** One file of recordings, where it comes from and how old it is. */
export interface RecordingSummary {
  readonly file: string;
  readonly exchanges: number;
  /** As its index says, else `simulator` where the recording itself tells that; absent is unknown. `simulator` and `transcribed` prove nothing about the API. */
  readonly source?: ProvenanceSource;
  /** Day of the oldest exchange, `YYYY-MM-DD`: as the recording says, else its index. */
  readonly recordedAt?: string;
  /** Whole days from then until the run. */
  readonly ageDays?: number;
  /** What it shows, as its index says. */
  readonly shows?: string;
}

export interface Summary {
  readonly exchanges: number;
  /** Exchanges whose status was judged, and whose operation and response could be read. */
  readonly verified: number;
  /** Exchanges whose operation is not described, those that went to another server among them. */
  readonly undocumented: number;
  /** For how many of the verified a body is documented, and how many of those the recordings kept. */
  readonly bodies: { readonly documented: number; readonly kept: number };
  /** What counts; what is told once counts once. */
  readonly findings: Readonly<Record<Severity, number>>;
  /**
   * How many of those are neither listed nor equal to one that is: a report lists the first 1,000 kinds of each severity.
   * Absent is none.
   */
  readonly unlisted?: Readonly<Record<Severity, number>>;
  readonly waived: number;
}
