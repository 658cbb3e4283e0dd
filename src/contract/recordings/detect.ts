import type { FormatName, RecordingFormat } from './formats/format.ts';
import { har } from './formats/har.ts';
import { ndjson } from './formats/ndjson.ts';
import { newman } from './formats/newman.ts';
import { nock } from './formats/nock.ts';
import { pact } from './formats/pact.ts';
import { postman } from './formats/postman.ts';
import { vcr } from './formats/vcr.ts';
import { wiremock } from './formats/wiremock.ts';

const FORMATS: readonly RecordingFormat[] = [nock, vcr, har, ndjson, newman, postman, wiremock, pact];

/**
 * The format of a recording by how its text starts; undefined if it is none of ours. Only the start is looked at, so that
 * a file of any size can be read as a stream afterwards.
 */
export function formatOf(head: string): RecordingFormat | undefined {
  const start = head.trimStart();
  return FORMATS.find(({ detect }) => detect(start));
}

export function detectFormat(head: string): FormatName | undefined {
  return formatOf(head)?.name;
}

/** Whether a text that starts like this is, or was before it was cut off, a recording that holds something. */
export function showsRecording(head: string): boolean {
  const start = head.trimStart();
  return (
    !/^\[\s*\]\s*$/.test(start) && FORMATS.some(({ detect, marker }) => detect(start) || marker.test(start))
  );
}

/** What all of them are called, for a message that says what a file is not. */
export const ALL_FORMATS =
  'nock definitions, VCR cassette, HAR, NDJSON of HAR entries, Newman report, Postman collection, WireMock mapping or Pact';
