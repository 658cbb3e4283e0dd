import type { ByteRange } from '../recordings/index.ts';

/** A share of a run's work, done by one thread at a stretch: plain data, that one thread can send to another. */
export type Piece = WholeFiles | FileSegment;

export interface WholeFiles {
  readonly kind: 'files';
  readonly files: readonly string[];
  /** Bytes to read: for sharing out the work, and to show progress. */
  readonly bytes: number;
}

/** A part of a large file, between two exchanges. */
export interface FileSegment {
  readonly kind: 'segment';
  readonly file: string;
  readonly format: 'har' | 'ndjson';
  readonly range: ByteRange;
  /** Size of the file. */
  readonly fileBytes: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly bytes: number;
}
