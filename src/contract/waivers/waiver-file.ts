import { readFile } from 'node:fs/promises';
import { fileError, isRecordingError, whyUnwritten, writeAtomic } from '../recordings/index.ts';
import { WaiverError } from './waiver-error.ts';

/** The text of a file of waivers. @throws WaiverError */
export async function readWaiverFile(file: string, missing: 'refuse' | 'empty' = 'refuse'): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && missing === 'empty') return '';
    const known = fileError(file, error);
    throw new WaiverError(file, isRecordingError(known) ? known.reason : `can't be read (${error})`, {
      cause: error,
    });
  }
}

/** Replaces the file, wholly or not at all. @throws WaiverError */
export async function writeWaiverFile(file: string, text: string): Promise<void> {
  try {
    await writeAtomic(file, text);
  } catch (error) {
    throw new WaiverError(file, `can't be written: ${whyUnwritten(error)}`, { cause: error });
  }
}
