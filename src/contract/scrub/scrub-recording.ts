import { gunzipSync, gzipSync } from 'node:zlib';
import type { DeclaredCredentials } from '../../secrets/credential-names.ts';
import { secretsByMark } from '../../secrets/exchange-redactor.ts';
import { credentialFinder, type FoundCredential } from '../../secrets/find-credentials.ts';
import { knownSecrets } from '../../secrets/parts-to-strike.ts';
import { type StruckPart, strikeParts } from '../../secrets/strike-out.ts';
import { bundledContract } from '../bundled-contract.ts';
import { allDeclaredCredentials } from '../judge/declared-credentials.ts';
import { shorten } from '../printable.ts';
import {
  besideMapping,
  besideRecording,
  decodeText,
  isGzip,
  RecordingError,
  readRecordingText,
} from '../recordings/index.ts';
import { type Contracts, runContracts } from '../run/contracts.ts';
import { jsonParts, strikeInJson } from './json-tree.ts';
import { createStriker, type StrikeOptions } from './strike.ts';
import type { Leaf } from './tree.ts';
import { pairOf, refuseOtherYaml, strikeInYaml, yamlPart } from './yaml-tree.ts';

export interface ScrubOptions {
  /** Its path, for errors, and for what it refers to by a path. */
  readonly file: string;
  /** Whose descriptions say under which names credentials travel. Default: the fragment of this package. */
  readonly contract?: Contracts;
}

/** A recording without its credentials. */
export interface Scrubbed<T extends string | Uint8Array> {
  /** The one that was given, where nothing was struck out. */
  readonly recording: T;
  /** How often each placeholder was put in; empty where there was nothing to strike out. */
  readonly struck: readonly { readonly placeholder: string; readonly times: number }[];
}

/** No more is scrubbed at once. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Takes keys, cookies, tokens and passwords out of a recording in any format that is read, and leaves placeholders by kind,
 * such as `<API_KEY>`: that a credential was sent, and where, can still be judged. Struck out is what `verify` calls a real
 * key, and also what stands in the place of a credential and does not look like one. All else stays, byte for byte.
 *
 * @param recording its text, or its bytes, which may be gzipped, and are so again
 * @throws RecordingError if it can't be read, or holds what looks like a key where it can't be struck out
 */
export async function scrubRecording<T extends string | Uint8Array>(
  recording: T,
  options: ScrubOptions,
): Promise<Scrubbed<T>> {
  const scrubbed = await scrub(recording, options);
  return scrubbed as Scrubbed<T>;
}

async function scrub(
  recording: string | Uint8Array,
  { file, contract = bundledContract }: ScrubOptions,
): Promise<Scrubbed<string | Uint8Array>> {
  const isZipped = typeof recording !== 'string' && isGzip(recording);
  const given = typeof recording === 'string' ? recording : textOf(file, recording, isZipped);
  const mark = given.startsWith('\ufeff') ? '\ufeff' : '';
  const declared = allDeclaredCredentials(runContracts(contract).map((each) => each.contract));
  const before = given.slice(mark.length);
  const times = new Map<string, number>();
  let text = before;
  try {
    for (let round = 0; ; round += 1) {
      const found = await credentialsIn(file, text, declared);
      if (round > 0 && found.length === 0) break;
      if (round > MOST_ROUNDS)
        throw new RecordingError(file, 'holds what looks like a real key in a place that is not scrubbed');
      const known = knownSecrets(secretsByMark(round === 0 ? found.filter(isOfOnePlace) : found));
      const last = text;
      text = await struckOut(file, text, {
        declared,
        known,
        onStruck: (placeholder) => count(times, placeholder),
      });
      if (text === last && found.length === 0) break;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RecordingError(file, 'nests too deeply to be scrubbed', { cause: error });
  }
  if (text === before) return { recording, struck: [] };
  const struck = Array.from(times, ([placeholder, each]) => ({ placeholder, times: each }));
  const whole = mark + text;
  if (typeof recording === 'string') return { recording: whole, struck };
  return { recording: isZipped ? gzipSync(whole) : Buffer.from(whole), struck };
}

/** What is left of a first one are keys in odd places, and spellings of each other. */
const MOST_ROUNDS = 3;

function textOf(file: string, bytes: Uint8Array, isZipped: boolean): string {
  const tooLong = `is longer than the ${MOST_BYTES} bytes that are scrubbed at once`;
  if (bytes.length > MOST_BYTES) throw new RecordingError(file, tooLong);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new RecordingError(file, 'is a zip, which is not scrubbed: unzip it, and scrub the HAR');
  if (!isZipped) return decodeText(file, bytes);
  try {
    return decodeText(file, gunzipSync(bytes, { maxOutputLength: MOST_BYTES }));
  } catch (error) {
    if (error instanceof RecordingError) throw error;
    const isLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new RecordingError(file, isLong ? tooLong : 'is not a whole gzip file', { cause: error });
  }
}

/** What `verify` would call a real key, and what it lets pass as worthless. */
async function credentialsIn(
  file: string,
  text: string,
  declared: DeclaredCredentials,
): Promise<FoundCredential[]> {
  const find = credentialFinder(declared);
  const found: FoundCredential[] = [];
  for await (const batch of readRecordingText(file, text))
    for (const exchange of batch) found.push(...find(exchange));
  return found;
}

/** Whether it opens something by itself, so that an echo of it does as well; of others there may be thousands. */
function isOfOnePlace({ kind, worthless }: FoundCredential): boolean {
  return kind !== 'body' && kind !== 'url' && worthless === undefined;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

async function struckOut(
  file: string,
  text: string,
  options: Omit<StrikeOptions, 'onLeaf' | 'onAttached'>,
): Promise<string> {
  const isJson = /^\s*[{[]/.test(text);
  const edits = new Map<number, Edit>();
  const pairs = new Set<string>();
  const onLeaf = (leaf: Leaf, parts: readonly StruckPart[]): void => {
    const written = (isJson ? strikeInJson : strikeInYaml)(text, leaf, parts);
    edits.set(leaf.start, { start: leaf.start, end: leaf.end, mark: written });
    pairs.add(pairOf(leaf.text, strikeParts(leaf.text, parts)));
  };
  const onAttached: StrikeOptions['onAttached'] = (name, isOfWireMock, holdsAny) => {
    const bytes = (isOfWireMock ? besideMapping : besideRecording)(file)(name);
    if (bytes instanceof Uint8Array && holdsAny(bytes))
      throw new RecordingError(
        file,
        `has a body in the file ${shorten(name)} that holds credentials, and attached files are not scrubbed: take them out there, or record with the bodies in the recording itself`,
      );
  };
  const strike = createStriker({ ...options, onLeaf, onAttached });
  if (isJson) for (const [path, part] of jsonParts(text)) strike(part, path);
  else strike(await yamlPart(file, text), '');
  const inOrder = [...edits.values()].toSorted((one, other) => one.start - other.start);
  const struck = strikeParts(text, inOrder);
  if (!isJson && struck !== text) await refuseOtherYaml(file, text, struck, pairs);
  return struck;
}

function count(times: Map<string, number>, mark: string): void {
  const placeholder = mark.startsWith('%') ? decodeURIComponent(mark) : mark;
  times.set(placeholder, (times.get(placeholder) ?? 0) + 1);
}
