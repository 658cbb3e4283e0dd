import type { Attempt } from '../call/time-limits.ts';
import { ResponseTooLargeError } from '../errors.ts';
import { turn } from '../runtime.ts';
import { mayHaveActed } from './status-error.ts';

/**
 * All bytes of an answer, decompressed; rejects as soon as there are more than `maxBytes`: then the stream is cancelled,
 * and the rest neither read nor inflated.
 */
export async function readBody(response: Response, maxBytes: number, attempt: Attempt): Promise<Uint8Array> {
  attempt.phase = 'body';
  const { body } = response;
  // Some platforms have no streams.
  if (!body) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > maxBytes) throw tooLarge(response, maxBytes);
    return bytes;
  }
  const reader = body.getReader();
  // The signal ends a body of the platform's own fetch; one that was given may not listen to it.
  const release = (): void => {
    reader.cancel().catch(() => {});
  };
  attempt.release = release;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let blanks = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 && chunks[0] ? chunks[0] : join(chunks, length);
    // A stream that was given may hold anything. Of what is not bytes, no length could be counted.
    if (!isBytes(value)) {
      release();
      throw new TypeError('the body holds something else than bytes');
    }
    if (value.length === 0) {
      if (++blanks % 256 === 0) await turn();
      continue;
    }
    length += value.length;
    if (length > maxBytes) {
      release();
      throw tooLarge(response, maxBytes);
    }
    chunks.push(value);
  }
}

function tooLarge({ status }: Response, maxBytes: number): ResponseTooLargeError {
  return new ResponseTooLargeError(`the answer (${status}) is larger than ${maxBytes} bytes.`, {
    status,
    maxBytes,
    mayHaveSucceeded: mayHaveActed(status),
  });
}

function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && (value as Uint8Array).BYTES_PER_ELEMENT === 1;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Lets go of a body that nobody is going to read. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}
