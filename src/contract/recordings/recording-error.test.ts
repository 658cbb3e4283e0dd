import { describe, expect, it } from '@jest/globals';
import { isRecordingError, RecordingError } from './recording-error.ts';

describe('RecordingError', () => {
  it('says file and reason in one line, whatever the file is called', () => {
    const error = new RecordingError('a\n\u001b[2Jb.json', 'is empty');
    expect(error.message).toBe('a\\n\\u{1b}[2Jb.json: is empty');
    expect(error.file).toBe('a\n\u001b[2Jb.json');
  });

  it('is told from other errors', () => {
    expect(isRecordingError(new RecordingError('a', 'b'))).toBe(true);
    expect(isRecordingError(new Error('a: b'))).toBe(false);
  });
});
