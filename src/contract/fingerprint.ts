import type { Hash } from 'node:crypto';
import { withoutMapKeys } from './fingerprint-path.ts';

/**
 * Names a finding across runs, recordings and array places: the same difference at the same place of the contract.
 * Nothing received goes in, or every id would be a finding of its own.
 */
export function fingerprintOf(parts: {
  readonly check: string;
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly target: string;
  readonly dataPath: string | undefined;
  readonly pointer: string | undefined;
  readonly message: string;
}): string {
  const { check, operationId, method, path, status, target, dataPath, pointer, message } = parts;
  const subject = operationId ?? `${method} ${path}`;
  const at = check === 'undocumented-property' ? 'object' : 'keyword';
  const place = dataPath && withoutMapKeys(dataPath, pointer?.replace(/^[^#]*#/, '') ?? '', at);
  // A missing property has the place of its object; the message tells which one it is.
  const what = [
    place?.replace(/\/\d+(?=\/|$)/g, '/*'),
    pointer,
    withPlace(message, dataPath, place)
      .replace(/\/\d+(?=\/|\s|$)/g, '/*')
      .replace(/\bline \d+, column \d+/g, 'line *, column *'),
  ];
  return sha256()
    .update(JSON.stringify([check, subject, status, target, ...what]))
    .digest('hex')
    .slice(0, 16);
}

/** A message of a schema begins with the place in the value. */
function withPlace(message: string, dataPath: string | undefined, place: string | undefined): string {
  const isMoved = dataPath !== undefined && place !== dataPath && message.startsWith(`${dataPath} `);
  return isMoved ? `${place}${message.slice(dataPath.length)}` : message;
}

let crypto: typeof import('node:crypto') | undefined;

/** `node:crypto` is asked for with the first finding: a run that finds nothing is spared the 5 ms that it takes to load. */
function sha256(): Hash {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto.createHash('sha256');
}
