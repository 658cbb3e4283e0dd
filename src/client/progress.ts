/** What came of a call so far. */
export interface Progress {
  /** How many requests were sent. */
  attempts: number;
  mayHaveSucceeded: boolean;
}
