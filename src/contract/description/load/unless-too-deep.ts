import { DescriptionError } from '../description-error.ts';

/** Parsers recurse, and so does reading a schema: what nests deeper than they can is refused. Throws DescriptionError. */
export function unlessTooDeep<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new DescriptionError(file, 'nests too deeply to be read');
    throw error;
  }
}
