export { besideMapping, besideRecording } from './attached.ts';
export { detectFormat } from './detect.ts';
export { expandPattern, isPattern, STDIN } from './find.ts';
export {
  type DatedExchange,
  type HarOptions,
  type LeftOut,
  readHar,
  toHar,
  toHarEntry,
} from './formats/har.ts';
export { readNdjson } from './formats/ndjson.ts';
export { readNock, toNockDefinitions } from './formats/nock.ts';
export {
  bodyFromBytes,
  bytesFromHex,
  decodeContent,
  requestBody,
  requestWith,
  responseBody,
  responseWith,
  type StoredBody,
} from './formats/shared/bodies.ts';
export { type Fields, isFields } from './formats/shared/fields.ts';
export { keptRequestHeaders, keptResponseHeaders } from './formats/shared/kept-headers.ts';
export { POSTMAN_HEADER } from './formats/shared/postman-request.ts';
export { readVcr } from './formats/vcr.ts';
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
export { type ByteRange, decodeText, isGzip, type RecordingSource, readBlocks } from './source.ts';
export { skipSpace, skipString, skipValue } from './text/json-cursor.ts';
export { isJsonText, parseJson } from './text/parse-json.ts';
export { parseYaml, type Yaml, yamlDocument } from './text/yaml.ts';
export { leadsTo, tryAtomic, whyUnwritten, writeAtomic } from './write-atomic.ts';
