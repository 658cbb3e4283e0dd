import { lineColumn } from './line-column.ts';
import { RecordingError } from './recording-error.ts';

/** Parsed YAML takes some 50 times its size in memory: beyond this the process would die, not report. */
const MAX_YAML_BYTES = 32 * 1024 * 1024;

/**
 * A value that is shared by aliases stays one object, so aliases can't multiply memory here; but resolving them
 * takes time that grows with their square. VCR writes an alias for each header list or body that it met before.
 */
const MAX_ALIASES = 10_000;

/**
 * Parses YAML that came from `file`. `!binary` scalars become bytes; tags of Ruby classes are passed over, their
 * values read as plain maps, lists and strings. The parser is loaded on first use, for it takes longer to load than
 * everything else of a contract run.
 *
 * @throws RecordingError with `line:column` where the YAML is broken
 */
export async function parseYaml(file: string, text: string): Promise<unknown> {
  if (text.length > MAX_YAML_BYTES) throw new RecordingError(file, 'YAML of more than 32 MiB is not read');
  const { parseDocument, visit } = await import('yaml');
  try {
    // `uniqueKeys` compares every key of a map with all others: a hostile map would take forever.
    const document = parseDocument(text, {
      customTags: [BINARY, { ...BINARY, tag: 'tag:yaml.org,2002:binary' }],
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
    });
    const [broken] = document.errors;
    if (broken !== undefined) {
      throw new RecordingError(
        file,
        `broken YAML at ${lineColumn(text, broken.pos[0])}: ${SAYS[broken.code] ?? 'syntax error'}`,
      );
    }
    let aliases = 0;
    visit(document, {
      Alias: () => {
        aliases += 1;
        if (aliases > MAX_ALIASES)
          throw new RecordingError(file, `YAML with more than ${MAX_ALIASES} aliases is not read`);
      },
    });
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    if (error instanceof RangeError)
      throw new RecordingError(file, 'YAML is nested too deeply', { cause: error });
    throw new RecordingError(file, 'broken YAML: an alias that leads nowhere, or too many of them', {
      cause: error,
    });
  }
}

const BINARY = {
  tag: '!binary',
  // Base64 in YAML is folded over lines; Buffer skips the white space.
  resolve: (text: string): Uint8Array => Buffer.from(text, 'base64'),
};
