import { findJsonError, lineColumn } from '../../json/read-json.ts';
import { RecordingError } from '../recording-error.ts';
import { MAX_DEPTH, skipValue, TOO_DEEP } from './json-cursor.ts';

/**
 * Parses JSON that came from `file`.
 *
 * @param firstLine the number of the text's first line in the file
 * @throws RecordingError with `line:column` and what was expected there
 */
export function parseJson(file: string, text: string, firstLine = 1): unknown {
  // A short text can't be too deep; a long one is looked through before it is parsed.
  if (text.length > MAX_DEPTH && skipValue(text, 0) === TOO_DEEP)
    throw new RecordingError(file, `a value is nested deeper than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RecordingError(file, reason(text, firstLine), { cause: error });
  }
}

function reason(text: string, firstLine: number): string {
  const found = findJsonError(text);
  if (found === undefined) return 'broken JSON, or it nests too deeply to be read';
  return `broken JSON at ${lineColumn(text, found.offset, firstLine)}: ${found.what}`;
}

/** Whether all of a text is JSON. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
