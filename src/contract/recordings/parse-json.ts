import { findJsonError, lineColumn } from '../json/json-error.ts';
import { RecordingError } from './recording-error.ts';

/**
 * Parses JSON that came from `file`.
 *
 * @param firstLine the number of the text's first line in the file
 * @throws RecordingError with `line:column` and what was expected there
 */
export function parseJson(file: string, text: string, firstLine = 1): unknown {
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
