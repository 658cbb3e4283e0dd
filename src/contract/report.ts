import type { Coverage } from './coverage/coverage.ts';
import type { Finding, Severity, SpecPlace } from './finding.ts';
import type { ProvenanceSource } from './recordings/index.ts';
import type { Evidence } from './reporter-support/evidence.ts';
import type { Waiver } from './waivers/waiver.ts';

/** What a contract run found. `verify --format json` prints exactly this; the shape is public API. */
export interface Report {
  /** Version of this shape. */
  readonly version: 1;
  readonly contract: { readonly title: string; readonly version: string; readonly sha256: string };
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** What of the description was not judged, for the contract run does not understand it; absent is none. */
  readonly limitations?: readonly ReportedLimitation[];
  /** The files that the exchanges came from, in the order read. */
  readonly recordings?: readonly RecordingSummary[];
  /** Of which share of the work this is the report; absent where it is of all. */
  readonly shard?: ReportShard;
}

/** Something of the description that was not judged. */
export interface ReportedLimitation {
  /** Whether the description is wrong there, or says what is not understood here. */
  readonly kind?: 'wrong' | 'unsupported';
  /** The first place that has it. */
  readonly spec: SpecPlace;
  readonly what: string;
  /** All of them. */
  readonly places?: readonly SpecPlace[];
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
  /** What there is to say of waivers, as far as this share shows it; absent where no waivers were given. */
  readonly ofWaivers?: readonly Finding[];
  /** The waivers that this share was given; absent where there are none. */
  readonly waivers?: readonly Waiver[];
  /** Which kinds of findings this share does not list, for another may; absent where it lists all. */
  readonly unlistedKinds?: UnlistedKinds;
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

/** How many findings there are of kinds that are not listed, by severity and fingerprint. */
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
  /** Exchanges whose operation is described, and which were therefore judged. */
  readonly verified: number;
  readonly undocumented: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /**
   * How many of those are neither listed nor equal to one that is: a report lists the first 1,000 kinds of each severity.
   * Absent is none.
   */
  readonly unlisted?: Readonly<Record<Severity, number>>;
  readonly waived: number;
}
