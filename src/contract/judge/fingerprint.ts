import type { Hash } from 'node:crypto';
import type { Cause } from './explain/problems.ts';

/** What a finding is told by from others, across runs and recordings. */
export interface FingerprintParts {
  readonly check: string;
  /** Of the operation, else method and path; of what is no exchange, what it is about. */
  readonly subject: string;
  readonly status: number;
  readonly target: string;
  /** Of the body that it is about; where it is about none, undefined. */
  readonly mediaType?: string | undefined;
  /** In the description. */
  readonly pointer?: string | undefined;
  /** Of what a schema says. */
  readonly cause?: Cause | undefined;
  /** Of other findings, with their place in the exchange. */
  readonly message?: string;
  readonly dataPath?: string | undefined;
}

/**
 * Names a finding across runs, recordings and array places: the same difference at the same place of the contract.
 * Nothing received goes in but its type where that is what differs, or every id would be a finding of its own.
 */
export function fingerprintOf(parts: FingerprintParts): string {
  const { check, subject, status, target, mediaType, pointer, cause, message = '', dataPath } = parts;
  const what =
    cause === undefined
      ? [anyItem(dataPath), pointer, anyPlace(message)]
      : [mediaType, pointer, cause.location, cause.keyword, cause.name, cause.type];
  return sha256()
    .update(JSON.stringify([check, subject, status, target, ...what]))
    .digest('hex')
    .slice(0, 16);
}

/** Names what is told once a run, whatever the operations are that it is told of. */
export function fingerprintOnce(what: string): string {
  return fingerprintOf({ check: 'once', subject: what, status: 0, target: '' });
}

function anyItem(path: string | undefined): string | undefined {
  return path?.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** A message without what differs from one exchange to the next: indexes of lists, lines and columns. */
export function anyPlace(message: string): string {
  return message.replace(/\/\d+(?=\/|\s|$)/g, '/*').replace(/\bline \d+, column \d+/g, 'line *, column *');
}

/** In hexadecimal digits. */
export function sha256Of(text: string): string {
  return sha256().update(text).digest('hex');
}

let crypto: typeof import('node:crypto') | undefined;

/** `node:crypto` is asked for with the first finding: a run that finds nothing is spared the 5 ms that it takes to load. */
function sha256(): Hash {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto.createHash('sha256');
}
