import type { CST, Document, ParsedNode } from 'yaml';
import { lineColumn } from '../../json/read-json.ts';
import { RecordingError } from '../recording-error.ts';

export type Yaml = typeof import('yaml');

/** A piece of syntax takes about 300 bytes once parsed: this many are some 600 MB, and a recording of 15 MB. */
const MAX_PIECES = 2_000_000;

/** A recording is about ten deep. The parser recurses, and Node can abort when it meets the end of the stack. */
const MAX_DEPTH = 100;

/**
 * Anchors and aliases together: resolving takes time that grows with their square. They can't multiply memory, for a
 * value that aliases share stays one object. Ruby writes an alias for each header list that it met before.
 */
const MAX_ALIASES = 10_000;

/**
 * Parses YAML that came from `file`. `!binary` scalars become bytes; tags of Ruby classes are passed over, their
 * values read as plain maps, lists and strings. The parser is loaded on first use, for it takes longer to load than
 * everything else of a contract run. What it refuses is read as Ruby does, if that can be.
 *
 * @throws RecordingError with `line:column` where the YAML is broken or a key stands twice in a map, or if it is too
 *   large or deep to be read safely
 */
export async function parseYaml(file: string, text: string): Promise<unknown> {
  const yaml = await import('yaml');
  const [document, another] = documentsOf(yaml, file, text);
  const [broken] = document?.errors ?? [];
  if (broken !== undefined) {
    const asRubyDoes = await readAsRuby(file, text);
    if (asRubyDoes !== undefined) return asRubyDoes.value;
    // The code, not the message: messages quote the text, and it may hold a key.
    const what = broken.code.toLowerCase().replaceAll('_', ' ');
    throw new RecordingError(file, `broken YAML at ${lineColumn(text, broken.pos[0])}: ${what}`);
  }
  if (another !== undefined) throw new RecordingError(file, 'is more than one YAML document');
  const repeated = document && repeatedKey(yaml, document.contents);
  if (repeated !== undefined) {
    const place = lineColumn(text, repeated.offset);
    throw new RecordingError(
      file,
      `broken YAML at ${place}: duplicate key ${tellable(repeated.name)}`.trim(),
    );
  }
  try {
    // The package's own count of aliases goes through the whole document for each of them.
    return document?.toJS({ maxAliasCount: -1 });
  } catch (error) {
    throw new RecordingError(file, 'broken YAML: an alias leads nowhere', { cause: error });
  }
}

/** The first document of a text, with the place of each of its texts; broken as it may be. @throws RecordingError if it is too large */
export async function yamlDocument(
  file: string,
  text: string,
): Promise<{ readonly yaml: Yaml; readonly document: Document.Parsed | undefined }> {
  const yaml = await import('yaml');
  return { yaml, document: documentsOf(yaml, file, text)[0] };
}

function documentsOf(yaml: Yaml, file: string, text: string): Document.Parsed[] {
  // `uniqueKeys` compares every key of a map with all others: a hostile map would take forever. See `repeatedKey`.
  const composer = new yaml.Composer({
    customTags: [BINARY, { ...BINARY, tag: 'tag:yaml.org,2002:binary' }],
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  });
  return [...composer.compose(limitedSyntax(yaml, file, text), true, text.length)];
}

/**
 * Ruby writes YAML by libyaml, which lets a long text in quotes go on, or end, no deeper than its key: YAML does not allow
 * that, and libyaml, PyYAML and js-yaml read it. Undefined where it is no YAML for them either.
 * Source: https://github.com/yaml/libyaml/issues/119.
 *
 * @throws RecordingError with `line:column` where a key stands twice in a map
 */
async function readAsRuby(file: string, text: string): Promise<{ readonly value: unknown } | undefined> {
  const { CORE_SCHEMA, load, Type, YAMLException } = await import('js-yaml');
  const kinds = ['scalar', 'sequence', 'mapping'] as const;
  const asItIs = kinds.map((kind) => new Type('!', { kind, multi: true, construct: (value) => value }));
  const binary = ['!binary', 'tag:yaml.org,2002:binary'].map(
    (tag) => new Type(tag, { kind: 'scalar', construct: BINARY.resolve }),
  );
  try {
    return { value: load(text, { schema: CORE_SCHEMA.extend([...binary, ...asItIs]) }) };
  } catch (error) {
    // It recurses, as deep as the other parser let the text be.
    if (error instanceof RangeError) return undefined;
    if (!(error instanceof YAMLException)) throw error;
    if (error.reason !== 'duplicated mapping key') return undefined;
    const { line, column } = error.mark;
    throw new RecordingError(file, `broken YAML at ${line + 1}:${column + 1}: duplicate key`);
  }
}

interface RepeatedKey {
  readonly name: string;
  readonly offset: number;
}

/**
 * The first key that has, in the parsed value, the name of another one of its map: the last of them would win, and what
 * stands under the others would never be judged.
 */
function repeatedKey(yaml: Yaml, root: ParsedNode | null): RepeatedKey | undefined {
  const names = new Map<string, string>();

  const nameOf = (key: unknown): string => {
    if (yaml.isAlias(key)) return names.get(key.source) ?? '';
    const name = yaml.isScalar(key) ? String(key.value ?? '') : String(key);
    if (yaml.isNode(key) && !yaml.isAlias(key) && key.anchor !== undefined) names.set(key.anchor, name);
    return name;
  };

  const find = (node: unknown): RepeatedKey | undefined => {
    // An alias may stand as a key for a value that was met before.
    if (yaml.isScalar(node)) nameOf(node);
    if (!yaml.isCollection(node)) return undefined;
    const met = new Set<string>();
    for (const item of node.items) {
      if (yaml.isPair(item)) {
        const name = nameOf(item.key);
        if (met.has(name)) return { name, offset: (item.key as ParsedNode | null)?.range?.[0] ?? 0 };
        met.add(name);
      }
      const found = find(yaml.isPair(item) ? item.value : item);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(root);
}

/** A name is told where it is made of words: anything else may be a key that was recorded. */
function tellable(name: string): string {
  return /^[a-z]{1,20}(?:[_-][a-z]{1,20}){0,3}$/i.test(name) ? name : '';
}

const BINARY = {
  tag: '!binary',
  // Base64 in YAML is folded over lines; Buffer skips the white space.
  resolve: (text: string): Uint8Array => Buffer.from(text, 'base64'),
};

/** The syntax of a text, which is flat work; what comes after it is not, and gets no more than it can bear. */
function* limitedSyntax(yaml: Yaml, file: string, text: string): Generator<CST.Token, void, undefined> {
  const parser = new yaml.Parser();
  let pieces = 0;
  let aliases = 0;
  for (const piece of new yaml.Lexer().lex(text)) {
    pieces += 1;
    if (piece.startsWith('*') || piece.startsWith('&')) aliases += 1;
    if (pieces > MAX_PIECES)
      throw new RecordingError(file, 'is too large for YAML: JSON or NDJSON has no such limit');
    if (aliases > MAX_ALIASES)
      throw new RecordingError(file, `has more than ${MAX_ALIASES} YAML anchors and aliases`);
    yield* parser.next(piece);
    if (parser.stack.length > MAX_DEPTH)
      throw new RecordingError(file, `is YAML of more than ${MAX_DEPTH} levels`);
  }
  yield* parser.end();
}
