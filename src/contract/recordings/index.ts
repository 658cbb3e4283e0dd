export { bodyFromBytes, bytesFromHex, decodeContent, requestBody, responseBody } from './bodies.ts';
export { detectFormat } from './detect.ts';
export { type Fields, isFields } from './fields.ts';
export { expandPattern, isPattern, STDIN } from './find.ts';
export { type DatedExchange, type HarOptions, readHar, toHar } from './formats/har.ts';
export { readNdjson } from './formats/ndjson.ts';
export { readNock, toNockDefinitions } from './formats/nock.ts';
export { readVcr } from './formats/vcr.ts';
export { skipSpace, skipString, skipValue } from './json-cursor.ts';
export { keptRequestHeaders, keptResponseHeaders } from './kept-headers.ts';
export { parseJson } from './parse-json.ts';
export {
  isHarOfSimulator,
  isSimulated,
  type Provenance,
  type ProvenanceSource,
  readProvenance,
  SIMULATOR_CREATOR,
} from './provenance.ts';
export {
  type PassedOver,
  type ReadRecordingsOptions,
  readRecordingFile,
  readRecordings,
  readRecordingText,
  recordingFiles,
  type Unread,
} from './read.ts';
export { errorCode, fileError, isRecordingError, RecordingError } from './recording-error.ts';
export { type ByteRange, decodeText, type RecordingSource, readBlocks } from './source.ts';
export { leadsTo, tryAtomic, whyUnwritten, writeAtomic } from './write-atomic.ts';
export { parseYaml, type Yaml, yamlDocument } from './yaml.ts';
