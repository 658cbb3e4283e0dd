import type { Exchange, RecordingPlace } from '../../exchange.ts';
import type { RecordingSource } from '../source.ts';
import { readJsonList } from '../text/json-list.ts';
import type { RecordingFormat } from './format.ts';
import { bodyFromBytes, responseWith, type StoredBody } from './shared/bodies.ts';
import { type Fields, isAbsent, isFields, objectAt, refuse, refuseKind, statusAt } from './shared/fields.ts';
import { asItIs, postmanHeaders, postmanRequest } from './shared/postman-request.ts';

/** What `newman run COLLECTION -r json` writes. */
export const newman: RecordingFormat = {
  name: 'newman',
  called: "a report of Newman's",
  // What the API of Postman gives starts with a collection as well, with its `info` first.
  detect: (start) =>
    /^\{\s*"collection"\s*:\s*\{\s*"(?:_|item|id|event|variable|auth)"/.test(start) &&
    /"(?:postman_id|request|item)"\s*:/.test(start),
  marker: /^\{\s*"collection"\s*:\s*\{\s*"_"\s*:\s*\{\s*"postman_id"/,
  read: readNewman,
};

/**
 * Reads what Newman sent and got, one after the other, in memory that does not grow with the report. Its collection's
 * variables are filled in already.
 *
 * @throws RecordingError if it is no report
 */
export function readNewman(source: RecordingSource): AsyncIterable<Iterable<Exchange>> {
  return readJsonList(source, {
    path: ['run', 'executions'],
    missing: 'run.executions is not a list',
    make: (execution, index) => exchange(execution, { file: source.file, index }),
  });
}

function exchange(execution: unknown, recording: RecordingPlace): Exchange {
  if (!isFields(execution)) return refuse(recording, 'is no execution of a report');
  const request = postmanRequest(execution['request'], 'request', asItIs, recording);
  if (isAbsent(execution['response']))
    return { request, response: { status: 0, headers: {}, body: undefined }, recording, recorded: true };
  const response = objectAt(execution, 'response', 'response', recording);
  const status = statusAt(response, 'code', 'response.code', recording);
  return {
    request,
    response: {
      status,
      headers: postmanHeaders(response['header'], 'response.header', recording),
      ...responseWith(request.method, status, streamOf(response, recording)),
    },
    recording,
    recorded: true,
  };
}

/** The bytes as Node writes a Buffer, content-coding undone. Without any the body was empty. */
function streamOf({ stream }: Fields, recording: RecordingPlace): StoredBody {
  if (isAbsent(stream)) return '';
  const data = isFields(stream) && stream['type'] === 'Buffer' ? stream['data'] : undefined;
  if (!Array.isArray(data)) return refuseKind(stream, 'a Buffer', 'response.stream', recording);
  return bodyFromBytes(Uint8Array.from(data as number[]));
}
