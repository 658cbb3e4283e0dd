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

/** What tells a finding from others that say the same; of what is no exchange, the message alone. */
function noteOf({ contract, operationId, method, status, target, message }: Finding): string {
  if (method === '') return message;
  const of = contract === undefined ? [] : [contract];
  return `${[...of, operationId ?? method, status, target].join(' ')}: ${message}`;
}

/** The note that earlier versions wrote, which is the same for every status. */
function earlierNoteOf({ operationId, message }: Finding): string {
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
 * Gives waivers that an earlier version of this package wrote the fingerprints that their findings have by now, and the
 * notes, so that it happens once: what is found later is for somebody to accept. A waiver without a finding is taken for such
 * a one where its check and its note, of the earlier form, name exactly one kind of finding that no other waiver names.
 * Nothing else of the file changes. Of several that came to name the same the one that expires first gets it.
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
    const [kind, ...others] = kinds.get(`${check} ${anyPlace(note)}`) ?? [];
    if (kind === undefined || others.length > 0) continue;
    const [fingerprint, finding] = kind;
    if (taken.has(fingerprint)) continue;
    taken.add(fingerprint);
    fresh.set(waiver, { ...waiver, fingerprint, note: noteOf(finding) });
  }
  return {
    text: rewritten(text, [...fresh.values()]),
    waivers: known.map((waiver) => fresh.get(waiver) ?? waiver),
    renewed: known.flatMap((waiver) => fresh.get(waiver) ?? []),
  };
}

/** Findings, one of each fingerprint, by check and what an earlier note may say: all, or the operation and the place alone. */
function kindsByNote(findings: readonly Finding[]): ReadonlyMap<string, ReadonlyMap<string, Finding>> {
  const kinds = new Map<string, Map<string, Finding>>();
  for (const finding of findings) {
    const { check, operationId, dataPath, fingerprint } = finding;
    // What has a note as ever has a fingerprint as ever.
    if (NEVER_WAIVED.has(check) || noteOf(finding) === earlierNoteOf(finding)) continue;
    const place = operationId === undefined || !dataPath ? [] : [`${operationId}, ${dataPath}`];
    for (const note of [earlierNoteOf(finding).trim(), ...place]) {
      const key = `${check} ${anyPlace(note)}`;
      const known = kinds.get(key) ?? new Map<string, Finding>();
      kinds.set(key, known.has(fingerprint) ? known : known.set(fingerprint, finding));
    }
  }
  return kinds;
}

/** Only fingerprints and notes are written over: every other character of the file is somebody's. */
function rewritten(text: string, waivers: readonly Waiver[]): string {
  const { contents } = parseDocument(text, { schema: 'failsafe' });
  if (!isSeq(contents)) return text;
  const edits = waivers.flatMap(({ place, fingerprint, note = '' }) => {
    const entry = contents.items[Number(place.pointer.slice(1))];
    return Object.entries({ fingerprint, note }).flatMap(([member, now]) => {
      const value = isMap(entry) ? entry.get(member, true) : undefined;
      const [start, end] = (isScalar(value) && value.range) || [];
      if (start === undefined || end === undefined) return [];
      // A text of several lines (`|`, `>`) ends behind its line.
      const tail = /\n?$/.exec(text.slice(start, end))?.[0] ?? '';
      return [{ start, end, now: JSON.stringify(now) + tail }];
    });
  });
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, now }) => whole.slice(0, start) + now + whole.slice(end), text);
}

/** Replaces the file, wholly or not at all. @throws WaiverError */
export async function writeWaiverFile(file: string, text: string): Promise<void> {
  try {
    await writeAtomic(file, text);
  } catch (error) {
    throw new WaiverError(file, `can't be written: ${whyUnwritten(error)}`, { cause: error });
  }
}
