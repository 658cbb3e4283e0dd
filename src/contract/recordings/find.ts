import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { errorCode, fileError, RecordingError } from './recording-error.ts';

const RECORDING_NAME = /\.(?:(?:json|har|ya?ml|ndjson|jsonl)(?:\.gz)?|har\.zip)$/i;
export const KINDS = '*.json, *.har, *.yml, *.yaml, *.ndjson, *.jsonl, one of these with .gz, or *.har.zip';

/** Names that somebody may have given to a recording, and that a folder is not read for. */
const LIKE_A_RECORDING =
  /\.(?:json|har|ya?ml|ndjson|jsonl)\.[^/]+$|\.(?:cassette|txt|zip|saz|chlsj?|chlz|gor|mitm|pcap|pcapng)$/i;

const NOWHERE = 'is a symbolic link that leads nowhere';

/** Stands for standard input. */
export const STDIN = '-';

/** What a path stands for. */
export interface FoundRecordings {
  /** In the order in which they are read. */
  readonly files: readonly string[];
  /** The path is the name of a file; else the files were found. */
  readonly by: 'name' | 'folder' | 'pattern';
  /** Found and not taken, for its name is not one that a recording has. */
  readonly otherwiseNamed: readonly string[];
}

/** Takes what can't be read, and throws it, or goes on. */
export type Refuse = (error: RecordingError) => void;

/**
 * The files that a path stands for: a file is itself, whatever its name, and so is standard input; a pattern is every file
 * that it matches, and a folder is every file in it and below whose name ends as a recording's does, sorted by code units,
 * so that a run is the same on every machine. Names that start with a dot are not taken. A folder that is met again through
 * a symbolic link is not read twice.
 *
 * @throws RecordingError if there is no such path
 */
export async function findRecordings(path: string, refuse: Refuse = raise): Promise<FoundRecordings> {
  if (path === STDIN) return { files: [path], by: 'name', otherwiseNamed: [] };
  try {
    if (!(await stat(path)).isDirectory()) return { files: [path], by: 'name', otherwiseNamed: [] };
  } catch (error) {
    const isMissing = errorCode(error) === 'ENOENT';
    if (isMissing && (await leadsNowhere(path))) throw new RecordingError(path, NOWHERE, { cause: error });
    if (isMissing && isPattern(path))
      return { files: await expandPattern(path, '', refuse), by: 'pattern', otherwiseNamed: [] };
    throw fileError(path, error);
  }
  const walk = { seen: new Set<string>(), files: [], otherwiseNamed: [], refuse };
  await collect(path, walk);
  return { ...walk, by: 'folder' };
}

function raise(error: RecordingError): never {
  throw error;
}

interface Walk {
  readonly seen: Set<string>;
  readonly files: string[];
  readonly otherwiseNamed: string[];
  readonly refuse: Refuse;
}

async function collect(folder: string, walk: Walk): Promise<void> {
  const { seen, files, otherwiseNamed, refuse } = walk;
  await attempt(folder, refuse, async () => {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    const names = (await readdir(folder)).sort();
    for (const name of names.filter(isNoBodyAmong(names))) {
      const path = join(folder, name);
      const isNamedSo = RECORDING_NAME.test(name);
      if (name.startsWith('.')) {
        if (isNamedSo) otherwiseNamed.push(path);
        continue;
      }
      await attempt(path, refuse, async () => {
        const kind = await kindOf(path, isNamedSo);
        if (kind === 'folder') await collect(path, walk);
        else if (isNamedSo && kind === 'file') files.push(path);
        else if (isNamedSo) throw new RecordingError(path, 'is not a regular file');
        else if (kind === 'file' && LIKE_A_RECORDING.test(name)) otherwiseNamed.push(path);
      });
    }
  });
}

/** Playwright keeps bodies beside a HAR, by their SHA-1, and WireMock in a folder beside its mappings: read where they are named. */
function isNoBodyAmong(names: readonly string[]): (name: string) => boolean {
  const isPlaywrights = names.some((name) => /\.har$/i.test(name));
  const isWireMocks = names.includes('mappings');
  return (name) =>
    !(isPlaywrights && /^[\da-f]{40}\.[^.]+$/.test(name)) && !(isWireMocks && name === '__files');
}

async function attempt(path: string, refuse: Refuse, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    const told = fileError(path, error);
    if (!(told instanceof RecordingError)) throw told;
    refuse(told);
  }
}

/**
 * A link that leads nowhere is an error only where a recording was to be expected: what it meant to show is not verified,
 * and that must not pass in silence.
 */
async function kindOf(path: string, isNamedSo: boolean): Promise<'file' | 'folder' | 'other'> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isNamedSo && errorCode(error) === 'ENOENT' && (await leadsNowhere(path)))
      throw new RecordingError(path, NOWHERE, { cause: error });
    if (isNamedSo) throw error;
    return 'other';
  }
}

async function leadsNowhere(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Whether a path that is no file may be a pattern that no shell has expanded: a quoted one, or one on Windows. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/**
 * The files that a pattern stands for in a folder, sorted by code units. A file that several names lead to, by symbolic
 * links, is read once. Each of its alternatives (`{a,b}.json`) has to match one: `refuse` is told of one that does not.
 */
export async function expandPattern(
  pattern: string,
  folder = '',
  refuse: Refuse = raise,
): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const absolute = isAbsolute(pattern);
  const names = new Set<string>();
  for (const alternative of alternativesOf(pattern)) {
    const options = { absolute, expandDirectories: false, ...(folder !== '' && { cwd: folder }) };
    const matched = await glob(alternative, options);
    if (matched.length === 0) refuse(new RecordingError(join(folder, alternative), 'matches no file'));
    for (const name of matched) names.add(absolute ? name : join(folder, name));
  }
  const files = new Map<string, string>();
  for (const name of [...names].sort()) {
    await attempt(name, refuse, async () => {
      if (!(await stat(name)).isFile()) throw new RecordingError(name, 'is not a regular file');
      const real = await realpath(name);
      if (!files.has(real)) files.set(real, name);
    });
  }
  return [...files.values()];
}

const MOST_ALTERNATIVES = 1_000;

/** `{a,b{c,d}}` as a, bc and bd. What else stands in braces, such as a range, is left to whoever matches. */
function alternativesOf(pattern: string): readonly string[] {
  let patterns = new Set([pattern]);
  for (let isWhole = false; !isWhole; ) {
    isWhole = true;
    const next = new Set<string>();
    for (const each of patterns) {
      const [braces, inner = ''] = /\{([^{}]*,[^{}]*)\}/.exec(each) ?? [];
      if (braces === undefined) next.add(each);
      else for (const one of inner.split(',')) next.add(each.replace(braces, () => one));
      isWhole &&= braces === undefined;
    }
    if (next.size > MOST_ALTERNATIVES) return [pattern];
    patterns = next;
  }
  return [...patterns];
}
