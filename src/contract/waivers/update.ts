import { type Document, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Finding } from '../finding.ts';
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

function entryOf({ fingerprint, check, operationId, message }: Finding, expires: string): YAMLMap {
  const entry = new YAMLMap();
  const quoted = new Scalar(fingerprint);
  // Another reader of YAML would take a fingerprint of digits alone for a number.
  quoted.type = 'QUOTE_DOUBLE';
  entry.set('fingerprint', quoted);
  entry.set('reason', UNFINISHED);
  entry.set('owner', UNFINISHED);
  entry.set('expires', expires);
  entry.set('check', check);
  entry.set('note', operationId === undefined ? message : `${operationId}: ${message}`);
  return entry;
}

/** Replaces the file, wholly or not at all. @throws WaiverError */
export async function writeWaiverFile(file: string, text: string): Promise<void> {
  try {
    await writeAtomic(file, text);
  } catch (error) {
    throw new WaiverError(file, `can't be written: ${whyUnwritten(error)}`, { cause: error });
  }
}
