import type { Schema } from './schema.ts';

/** What a schema is called: its key in the description, or the name of the file that it fills. */
export function nameOf({ layers: [{ pointer, source }] }: Schema): string {
  return pointer === ''
    ? source.file.replace(/^.*\/|\.\w+$/g, '')
    : pointer.slice(pointer.lastIndexOf('/') + 1);
}
