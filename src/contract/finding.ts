import { posix } from 'node:path';
import type { Place } from './contract.ts';
import type { RecordingPlace } from './exchange.ts';

export type Severity = 'error' | 'warning' | 'info';

export const CHECK_IDS = [
  'undocumented-operation',
  'status-code-conformance',
  'content-type-conformance',
  'response-headers-conformance',
  'response-schema-conformance',
  'malformed-body',
  'undocumented-property',
  'undocumented-parameter',
  'request-conformance',
  'check-crashed',
  'recorded-credential',
  // Of a recording, not of an exchange: it has no method, no URL and status 0.
  'outdated-recording',
  // Of waivers, not of exchanges: these have no method, no URL and status 0, and `recording` is the waiver's place.
  'expired-waiver',
  'unused-waiver',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

/** A place in the OpenAPI description: `line` and `column` count from 1, `pointer` is a JSON Pointer. */
export interface SpecPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
}

/** A check's answer that something differs. The shape is public API: `verify --format json` prints it. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: Severity;
  readonly message: string;
  /** The contract that it is of, by its name in the report; absent where there is one, or where it is of none. */
  readonly contract?: string;
  readonly operationId?: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly target: 'request' | 'response';
  /** JSON Pointer into the body, or `path:`, `query:`, `header:` or `cookie:` with a name; of `recorded-credential` also `body:<member>`, `body`, `password` or `url`. */
  readonly dataPath?: string;
  /** Where the description says otherwise. */
  readonly spec?: SpecPlace;
  /** The keyword that says so, where a schema does. */
  readonly keyword?: string;
  /** Short, secrets redacted. */
  readonly received?: string;
  readonly documented?: string;
  /** What may have been meant: a documented value or name that differs from the received one by a letter or two. */
  readonly suggestion?: string;
  readonly recording: RecordingPlace;
  /** Equal for equal findings across runs and recordings: what a waiver names. */
  readonly fingerprint: string;
  /** How many equal findings came after it: a report lists the first 50 of each kind. Absent is none. */
  readonly unlisted?: number;
  /** How many exchanges have it, where it is told once a run: it counts once. Absent where each is told. */
  readonly times?: number;
  /** Owner of the waiver that covers it. */
  readonly waivedBy?: string;
}

/** Takes `file:line:column#pointer` apart. */
export function parsePlace(place: Place): SpecPlace {
  const match = /^(.*):(\d+):(\d+)#(.*)$/s.exec(place);
  if (match === null) return { file: place, line: 1, column: 1, pointer: '' };
  const [, file = '', line, column, pointer = ''] = match;
  return { file, line: Number(line), column: Number(column), pointer };
}

/**
 * A file as the description would name it, empty for the description itself: the same from whatever folder both were read.
 * Both are named from the working folder, or both by a path from the root.
 */
export function fileFrom(description: string, file: string): string {
  return file === description ? '' : posix.relative(posix.dirname(description), file);
}
