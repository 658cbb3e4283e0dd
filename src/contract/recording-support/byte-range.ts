/** A part of a file, in bytes: `end` is the first byte that is not a part of it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
