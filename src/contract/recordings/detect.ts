export type RecordingFormat = 'nock' | 'vcr' | 'har' | 'ndjson';

/** Every property of a HAR 1.2 entry: a file whose first object starts with one is a list of entries, one a line. */
const ENTRY_PROPERTIES: ReadonlySet<string> = new Set([
  'pageref',
  'startedDateTime',
  'time',
  'request',
  'response',
  'cache',
  'timings',
  'serverIPAddress',
  'connection',
  'comment',
]);

/**
 * The format of a recording by how its text starts: names lie, and `.json` says nothing. Undefined if it is none of
 * ours. Only the start is looked at, so that a file of any size can be read as a stream afterwards.
 */
export function detectFormat(head: string): RecordingFormat | undefined {
  const start = head.trimStart();
  if (start.startsWith('[')) return 'nock';
  if (/^(?:http_interactions|recorded_with)[ \t]*:/m.test(start)) return 'vcr';
  if (/^interactions[ \t]*:\s*(?:\[\]|-\s+(?:request|response)\s*:)/m.test(start)) return 'vcr';
  if (!start.startsWith('{')) return undefined;
  const first = /^\{\s*"([^"\\]*)"\s*:/.exec(start)?.[1];
  if (first === undefined) return undefined;
  if (first === 'log' || /"log"\s*:\s*\{\s*"(?:version|creator|entries)"/.test(start)) return 'har';
  if (first === 'http_interactions' || first === 'recorded_with') return 'vcr';
  if (/^\{\s*(?:"version"\s*:\s*1\s*,\s*)?"interactions"\s*:\s*\[/.test(start)) return 'vcr';
  return ENTRY_PROPERTIES.has(first) || first.startsWith('_') ? 'ndjson' : undefined;
}
