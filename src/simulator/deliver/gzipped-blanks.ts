import { nodeModule } from './node-module.ts';

const MEMBER = 2 ** 20;

/**
 * A gzip stream that inflates to `total` bytes: blanks, and `body` at the end. A stream may consist of several
 * members, so one compressed mebibyte of blanks, sent again and again, will do.
 */
export function* gzippedBlanks(body: string, total: number): Generator<Uint8Array> {
  const { gzipSync } = nodeModule('node:zlib');
  const tail = Buffer.from(body);
  const blanks = Math.max(0, total - tail.length);
  const member = blanks >= MEMBER ? gzipSync(Buffer.alloc(MEMBER, ' '), { level: 9 }) : Buffer.alloc(0);
  for (let sent = 0; sent + MEMBER <= blanks; sent += MEMBER) yield member;
  yield gzipSync(Buffer.concat([Buffer.alloc(blanks % MEMBER, ' '), tail]));
}
