/** Whether an undocumented property, by its JSON Pointer and by its schema's name and its own, is meant by some glob. */
export type PropertyIgnorer = (pointer: string, schemaPath: string) => boolean;

/** `*` stands for any characters within a segment, `**` for any at all; everything else for itself. */
export function propertyIgnorer(globs: readonly string[]): PropertyIgnorer {
  const ofPointers = globs.filter((glob) => glob.startsWith('/')).map((glob) => regExpOf(glob, '[^/]*'));
  const ofSchemas = globs.filter((glob) => !glob.startsWith('/')).map((glob) => regExpOf(glob, '[^.]*'));
  return (pointer, schemaPath) =>
    ofPointers.some((pattern) => pattern.test(pointer)) ||
    ofSchemas.some((pattern) => pattern.test(schemaPath));
}

/** Whether a name is meant by some glob, whatever its case: `*` stands for any characters. */
export function nameIgnorer(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => new RegExp(regExpOf(glob, '.*'), 'is'));
  return (name) => patterns.some((pattern) => pattern.test(name));
}

function regExpOf(glob: string, within: string): RegExp {
  const source = glob.replace(/\*\*|\*|[\\^$.+?()[\]{}|/]/g, (found) => {
    if (found === '**') return '.*';
    return found === '*' ? within : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 's');
}
