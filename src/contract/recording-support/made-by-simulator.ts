import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import type { ExchangeResponse } from '../exchange.ts';

/** What `simulate` puts into `log.creator.name` of the HAR files that it writes. */
export const SIMULATOR_CREATOR = 'exa-enrichments simulator';

/** What the simulator answers as `server`. Written out here, for the contract run imports nothing of what it judges. */
const SIMULATOR_SERVER = 'exa-enrichments-simulator';

export function isSimulated({ headers }: ExchangeResponse): boolean {
  return headers['server']?.[0] === SIMULATOR_SERVER;
}

/** A creator stands before the entries, and so within the first bytes of any HAR of ours. */
const HEAD_BYTES = 1_024;
const CREATOR = /"creator"\s*:\s*\{[^{}]*"name"\s*:\s*"([^"\\]*)"/;

/** Whether a file is a HAR that `simulate` wrote, gzipped or not. What can't be read again is not: a pipe, say. */
export async function isHarOfSimulator(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      if (!(await handle.stat()).isFile()) return false;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return CREATOR.exec(textOf(buffer.subarray(0, bytesRead)))?.[1] === SIMULATOR_CREATOR;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

function textOf(head: Buffer): string {
  const zipped = head[0] === 0x1f && head[1] === 0x8b;
  // Only the start of the zipped text is here: it is unzipped as far as it goes.
  return String(zipped ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head);
}
