export { bundledContract } from './bundled-contract.ts';
export { captureFetch } from './capture-fetch.ts';
export type { Contract, ContractData, Operation, Shape, Validator } from './contract.ts';
export type { Coverage, CoverageCount, CoverageKind, MissingPoint } from './coverage/coverage.ts';
export { compileDescription } from './description/compile.ts';
export { DescriptionError } from './description/description-error.ts';
export type {
  Body,
  Exchange,
  ExchangeRequest,
  ExchangeResponse,
  HeaderMap,
  RecordingPlace,
} from './exchange.ts';
export { headerMap } from './exchange.ts';
export type { CheckId, Finding, Severity, SpecPlace } from './finding.ts';
export { readRecordings } from './read-recordings.ts';
export { isRecordingError, RecordingError } from './recording-support/recording-error.ts';
export { type DatedExchange, type HarOptions, toHar } from './recordings/har-writer.ts';
export { toNockDefinitions } from './recordings/nock-writer.ts';
export { type Provenance, type ProvenanceSource, readProvenance } from './recordings/provenance.ts';
export type { Report, Summary } from './report.ts';
export { jsonReport } from './reporters/json.ts';
export { type PrettyOptions, prettyReport } from './reporters/pretty.ts';
export { type MatchContractOptions, type MatchResult, toMatchContract } from './to-match-contract.ts';
export { type UndocumentedStrategy, type VerifyExchangeOptions, verifyExchange } from './verify-exchange.ts';
export { verifyExchanges } from './verify-exchanges.ts';
