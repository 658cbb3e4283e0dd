import { type Document, isMap, isScalar, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Finding } from '../finding.ts';
import { anyPlace } from '../judge/fingerprint.ts';
import { whyUnwritten, writeAtomic } from '../recordings/index.ts';
import { NEVER_WAIVED, UNFINISHED, type Waiver, WaiverError } from './waiver.ts';

const DAY_MS = 86_400_000;
/** A quarter: long enough for a fix, short enough that someone remembers why. */
const VALID_DAYS = 90;

const HEAD = ` Findings that someone accepted: why, who, and until when (the last day on which it holds).
 Replace each ${UNFINISHED}; \`exa-enrichments verify --waivers\` refuses the file until then.`;

export interface AddedWaivers {
  readonly text: string;
  /** Number of new entries. */
  readonly added: number;
}

/**
 * The text of a file of waivers with an entry for each finding that has none yet, once for equal findings. What the
 * file holds already stays, comments included. Reason and owner are left for a person to say.
 */
export function addWaivers(
  text: string,
  known: readonly Waiver[],
  findings: readonly Finding[],
  today: string,
): AddedWaivers {
  const seen = new Set(known.map(({ fingerprint }) => fingerprint));
  const fresh = findings.filter(({ fingerprint, check, waivedBy }) => {
    if (waivedBy !== undefined || NEVER_WAIVED.has(check) || seen.has(fingerprint)) return false;
    seen.add(fingerprint);
    return true;
  });
  if (fresh.length === 0) return { text, added: 0 };
  const document: Document = parseDocument(text, { schema: 'failsafe' });
  if (!isSeq(document.contents)) {
    document.contents = new YAMLSeq();
    if (text.trim() === '') document.commentBefore = HEAD;
  }
  const list = document.contents as YAMLSeq;
  const expires = new Date(Date.parse(today) + VALID_DAYS * DAY_MS).toISOString().slice(0, 10);
  for (const finding of fresh) list.add(entryOf(finding, expires));
  return { text: document.toString({ lineWidth: 0 }), added: fresh.length };
}

function entryOf(finding: Finding, expires: string): YAMLMap {
  const { fingerprint, check } = finding;
  const entry = new YAMLMap();
  const quoted = new Scalar(fingerprint);
  // Another reader of YAML would take a fingerprint of digits alone for a number.
  quoted.type = 'QUOTE_DOUBLE';
  entry.set('fingerprint', quoted);
  entry.set('reason', UNFINISHED);
  entry.set('owner', UNFINISHED);
  entry.set('expires', expires);
  entry.set('check', check);
  entry.set('note', noteOf(finding));
  return entry;
}

function noteOf({ operationId, message }: Finding): string {
  return operationId === undefined ? message : `${operationId}: ${message}`;
}

export interface RenewedWaivers {
  readonly text: string;
  /** All that the file holds now. */
  readonly waivers: readonly Waiver[];
  /** Those of them that have another fingerprint than before. */
  readonly renewed: readonly Waiver[];
}

/**
 * Gives waivers that an earlier version of this package wrote the fingerprints that their findings have by now. A waiver
 * without a finding is taken for such a one where its check and its note name exactly one kind of finding that no other
 * waiver names. Nothing else of the file changes. Of several that came to name the same the one that expires first gets it.
 */
export function renewWaivers(
  text: string,
  known: readonly Waiver[],
  findings: readonly Finding[],
): RenewedWaivers {
  const kinds = kindsByNote(findings);
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const taken = new Set(known.map(({ fingerprint }) => fingerprint));
  const fresh = new Map<Waiver, Waiver>();
  for (const waiver of [...known].sort((a, b) => (a.expires < b.expires ? -1 : 1))) {
    const { check, note } = waiver;
    if (check === undefined || note === undefined || found.has(waiver.fingerprint)) continue;
    const [fingerprint, ...others] = kinds.get(`${check} ${anyPlace(note)}`) ?? [];
    if (fingerprint === undefined || others.length > 0 || taken.has(fingerprint)) continue;
    taken.add(fingerprint);
    fresh.set(waiver, { ...waiver, fingerprint });
  }
  return {
    text: withFingerprints(text, [...fresh.values()]),
    waivers: known.map((waiver) => fresh.get(waiver) ?? waiver),
    renewed: known.flatMap((waiver) => fresh.get(waiver) ?? []),
  };
}

/** Fingerprints by check and what a note may say: as it is written here, or the operation and the place alone. */
function kindsByNote(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>();
  for (const finding of findings) {
    const { check, operationId, dataPath, fingerprint } = finding;
    if (NEVER_WAIVED.has(check)) continue;
    const place = operationId === undefined || !dataPath ? [] : [`${operationId}, ${dataPath}`];
    for (const note of [noteOf(finding).trim(), ...place]) {
      const key = `${check} ${anyPlace(note)}`;
      const known = kinds.get(key) ?? new Set();
      kinds.set(key, known.add(fingerprint));
    }
  }
  return kinds;
}

/** Only the fingerprints are written over: every other character of the file is somebody's. */
function withFingerprints(text: string, waivers: readonly Waiver[]): string {
  const { contents } = parseDocument(text, { schema: 'failsafe' });
  if (!isSeq(contents)) return text;
  const edits = waivers.flatMap(({ place, fingerprint }) => {
    const entry = contents.items[Number(place.pointer.slice(1))];
    const value = isMap(entry) ? entry.get('fingerprint', true) : undefined;
    const [start, end] = (isScalar(value) && value.range) || [];
    return start === undefined || end === undefined ? [] : [{ start, end, fingerprint }];
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (whole, { start, end, fingerprint }) => `${whole.slice(0, start)}"${fingerprint}"${whole.slice(end)}`,
      text,
    );
}

/** Replaces the file, wholly or not at all. @throws WaiverError */
export async function writeWaiverFile(file: string, text: string): Promise<void> {
  try {
    await writeAtomic(file, text);
  } catch (error) {
    throw new WaiverError(file, `can't be written: ${whyUnwritten(error)}`, { cause: error });
  }
}
