import type { Exchange } from '../../exchange.ts';
import type { RecordingSource, Segment } from '../source.ts';

export type FormatName = 'nock' | 'vcr' | 'har' | 'ndjson' | 'newman' | 'postman' | 'wiremock' | 'pact';

/** One form in which exchanges stand on disk. */
export interface RecordingFormat {
  readonly name: FormatName;
  /** As a message calls a file of it. */
  readonly called: string;
  /**
   * Whether a text that starts like this means to be of the format: names lie, and `.json` says nothing. There is no white
   * space before the start.
   */
  readonly detect: (start: string) => boolean;
  /** What stands near the start of every file of the format, whole or not, and of hardly another. */
  readonly marker: RegExp;
  /**
   * The exchanges in batches, to be taken up in turn: a promise for each exchange would cost more than reading it.
   *
   * @throws RecordingError while iterating, where the text is not of the format
   */
  readonly read: (source: RecordingSource, segment?: Segment) => AsyncIterable<Iterable<Exchange>>;
}
