import type { CheckId, SpecPlace } from '../finding.ts';
import { printable } from '../printable.ts';

/** A finding that someone accepted, until a day. */
export interface Waiver {
  /** Of the finding that it covers. */
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
  /** For the reader; where it is given, the finding must be of this check. */
  readonly check?: CheckId;
  readonly note?: string;
  /** Where it stands in the file of waivers. */
  readonly place: SpecPlace;
}

/** Checks whose findings nobody can accept: what they tell of is wrong with the run or the file, not with the API. */
export const NEVER_WAIVED: ReadonlySet<CheckId> = new Set<CheckId>([
  'check-crashed',
  'recorded-credential',
  'expired-waiver',
  'unused-waiver',
]);

/** What `--update-waivers` writes where a person has to say something. A plain run refuses it. */
export const UNFINISHED = 'TODO';

/** Whether somebody said why and who: until then nothing was accepted. */
export function isFinished({ reason, owner }: Waiver): boolean {
  return reason !== UNFINISHED && owner !== UNFINISHED;
}

/** A file of waivers that can't be read or written: one line that names the place and the reason. */
export class WaiverError extends Error {
  override readonly name = 'WaiverError';

  /** `place` is `file` or `file:line:column`. */
  constructor(place: string, reason: string, options?: ErrorOptions) {
    super(`${printable(place)}: ${printable(reason)}`, options);
  }
}
