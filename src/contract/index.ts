export { bundledContract } from './bundled-contract.ts';
export { captureFetch } from './capture-fetch.ts';
export { type CompareOptions, type Comparison, compare } from './compare/comparison.ts';
export type { Difference, Impact } from './compare/difference.ts';
export type { Contract, ContractData, Limitation, Operation, Schema, Validator } from './contract.ts';
export {
  type ContractRun,
  startContractRun,
  type UndocumentedStrategy,
  type VerifyExchangeOptions,
  type VerifyExchangesOptions,
  verifyExchange,
  verifyExchanges,
} from './contract-run.ts';
export type {
  Coverage,
  CoverageCount,
  CoverageKind,
  CoverageTotals,
  IneligiblePoint,
  MissingPoint,
} from './coverage/coverage.ts';
export { compileDescription } from './description/compile.ts';
export { DescriptionError } from './description/limitations.ts';
export type {
  Body,
  BodyFault,
  Exchange,
  ExchangeRequest,
  ExchangeResponse,
  HeaderMap,
  RecordingPlace,
} from './exchange.ts';
export { headerMap } from './exchange.ts';
export type { CheckId, Finding, Severity, SpecPlace } from './finding.ts';
export {
  type DatedExchange,
  type HarOptions,
  isRecordingError,
  type PassedOver,
  type Provenance,
  type ProvenanceSource,
  type ReadRecordingsOptions,
  RecordingError,
  readProvenance,
  readRecordings,
  toHar,
  toNockDefinitions,
  type Unread,
} from './recordings/index.ts';
export type {
  ContractShare,
  ElsewhereHost,
  FileCredentials,
  FindingCause,
  LenientUse,
  MissingCredential,
  PassedOverFile,
  RecordingSummary,
  Report,
  ReportedContract,
  ReportedLimitation,
  ReportShard,
  Summary,
  UnreadRecording,
} from './report.ts';
export { type GithubOptions, githubReport } from './reporters/github.ts';
export { htmlReport } from './reporters/html.ts';
export { jsonReport } from './reporters/json.ts';
export { type JunitOptions, junitReport } from './reporters/junit.ts';
export { markdownReport } from './reporters/markdown.ts';
export { type PrettyOptions, prettyReport } from './reporters/pretty.ts';
export { type SarifContext, sarifReport } from './reporters/sarif.ts';
export type { ReportContext } from './reporters/shared/context.ts';
export {
  createReportContext,
  type ReportContextParts,
} from './reporters/shared/context.ts';
export { collectEvidence, type Evidence, type EvidenceCollector } from './reporters/shared/evidence.ts';
export {
  collectRecordings,
  type FoundProvenance,
  findProvenance,
  type RecordingCollector,
  type RecordingTally,
  recordingSummaries,
} from './reporters/shared/recordings.ts';
export type { Contracts, ServedContract } from './run/contracts.ts';
export { type AgeLimit, ageFindings } from './run/findings/age-findings.ts';
export type { RunResult } from './run/merge.ts';
export { type MergedReports, mergeReports, type NamedReport } from './run/merge-reports.ts';
export { parseReport, ReportError } from './run/parse-report.ts';
export type { Shard } from './run/plan.ts';
export { type VerifyRecordingsOptions, verifyRecordings } from './run/verify-recordings.ts';
export { type Scrubbed, type ScrubOptions, scrubRecording } from './scrub/scrub-recording.ts';
export { type MatchContractOptions, type MatchResult, toMatchContract } from './to-match-contract.ts';
export { applyWaivers, waiveReport } from './waivers/apply.ts';
export { parseWaivers } from './waivers/read-waivers.ts';
export { addWaivers } from './waivers/update.ts';
export { type Waiver, WaiverError } from './waivers/waiver.ts';
