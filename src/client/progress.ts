/** What came of a call so far. */
export interface Progress {
  attempts: number;
  mayHaveSucceeded: boolean;
}
