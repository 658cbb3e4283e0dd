import type { SimulatorClock } from '../clock.ts';
import type { Wire } from '../faults/fault.ts';
import { terminated } from './network-error.ts';

/** A wire that carries at least the headers. */
export type WireWithBody = Exclude<Wire, { readonly kind: 'silent' | 'reset' }>;

/** Whoever reads the body. */
export interface Reader {
  readonly signal: AbortSignal | undefined;
  /** Called when a streamed body is through: read, failed, aborted or canceled. */
  readonly ended: () => void;
}

/** What the body of a response is made of, in the fetch-shaped form. Nothing is computed before it is read. */
export function bodyOver(
  wire: WireWithBody,
  text: string,
  clock: SimulatorClock,
  reader: Reader,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  switch (wire.kind) {
    case 'whole':
    case 'delayed':
      return bytes;
    case 'stalled':
      return stream(half(bytes), reader, () => new Promise(() => {}));
    case 'cut':
      return stream(half(bytes), reader, () => Promise.reject(terminated()));
    case 'dripping':
      return stream(
        dripped(bytes, () => clock.sleep(wire.ms, reader.signal)),
        reader,
      );
    case 'inflating':
      return stream(inflated(bytes, wire.bytes), reader);
  }
}

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A stream of `chunks`, then of whatever `last` does. An abort ends it with the reason, as on the network. */
function stream(chunks: Chunks, reader: Reader, last?: () => Promise<void>): ReadableStream<Uint8Array> {
  const { signal, ended } = reader;
  const source = sequence(chunks, last);
  let abort = (): void => {};
  const stop = (): void => {
    signal?.removeEventListener('abort', abort);
    ended();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        abort = () => {
          stop();
          controller.error(signal?.reason);
        };
        signal?.addEventListener('abort', abort);
      },
      async pull(controller) {
        try {
          const next = await source.next();
          if (signal?.aborted) return;
          if (!next.done) return controller.enqueue(next.value);
          controller.close();
        } catch (error) {
          if (signal?.aborted) return;
          controller.error(error);
        }
        stop();
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}

async function* sequence(chunks: Chunks, last?: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield* chunks;
  await last?.();
}

function half(bytes: Uint8Array): readonly Uint8Array[] {
  return [bytes.subarray(0, bytes.length >> 1)];
}

async function* dripped(bytes: Uint8Array, wait: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) {
    await wait();
    yield bytes.slice(at, at + 1);
  }
}

const CHUNK = 65_536;

/** Blanks in front of the body, up to `total` bytes. The same chunk again and again: it costs no memory. */
function* inflated(bytes: Uint8Array, total: number): Generator<Uint8Array> {
  for (let left = total - bytes.length; left > 0; left -= CHUNK) {
    yield new Uint8Array(Math.min(left, CHUNK)).fill(0x20);
  }
  yield bytes;
}
