/** A part of a file of exchanges that is read by itself: what has to be known of the part before it. */
export interface Segment {
  /** Exchanges, lines and bytes before it. */
  readonly index: number;
  readonly line: number;
  readonly byte: number;
  /** Whether the file starts, and ends, with it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export const WHOLE_FILE: Segment = { index: 0, line: 0, byte: 0, isFirst: true, isLast: true };
