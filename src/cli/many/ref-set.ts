import { hash } from 'node:crypto';
import type { EnrichmentRef } from '../../index.ts';

/** 32-bit words kept of each reference: that any two of a million have the same is as likely as one in 10^26. */
const WORDS = 4;

/**
 * A set of references that takes 32 to 64 bytes for each, however long the ids are: a run over a million must know what it
 * has sent already, and a set of strings would take several times that.
 */
export interface RefSet {
  readonly size: number;
  has(ref: EnrichmentRef): boolean;
  /** False if it was there already. */
  add(ref: EnrichmentRef): boolean;
}

export function createRefSet(): RefSet {
  let slots = 1024;
  let table = new Uint32Array(slots * WORDS);
  let size = 0;

  /** The place of a digest, or the free one where it belongs: the first from where it points to. */
  function placeOf(digest: Uint32Array): number {
    for (let slot = (digest[0] ?? 0) % slots; ; slot = (slot + 1) % slots) {
      const at = slot * WORDS;
      if (isFree(at) || isAt(digest, at)) return at;
    }
  }
  const isAt = (digest: Uint32Array, at: number): boolean =>
    digest.every((word, index) => table[at + index] === word);
  // The last word of a digest is never 0.
  const isFree = (at: number): boolean => table[at + WORDS - 1] === 0;

  function grow(): void {
    const old = table;
    slots *= 2;
    table = new Uint32Array(slots * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      const digest = old.subarray(at, at + WORDS);
      if (digest[WORDS - 1] !== 0) table.set(digest, placeOf(digest));
    }
  }

  return {
    get size() {
      return size;
    },
    has: (ref) => !isFree(placeOf(digestOf(ref))),
    add(ref) {
      const digest = digestOf(ref);
      let at = placeOf(digest);
      if (!isFree(at)) return false;
      if (size >= slots / 2) {
        grow();
        at = placeOf(digest);
      }
      table.set(digest, at);
      size += 1;
      return true;
    },
  };
}

function digestOf({ webset, enrichment }: EnrichmentRef): Uint32Array {
  // The length keeps the two apart: ids may hold any character, so none could stand between them.
  const bytes = hash('sha256', `${webset.length} ${webset}${enrichment}`, 'buffer');
  const words = new Uint32Array(WORDS);
  for (let index = 0; index < WORDS; index++) words[index] = bytes.readUInt32LE(index * 4);
  // 0 marks a free place.
  words[WORDS - 1] = (words[WORDS - 1] ?? 0) | 1;
  return words;
}
