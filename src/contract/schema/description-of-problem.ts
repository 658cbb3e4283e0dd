/** A schema problem in words: the sentence, what was received, and what is documented. */
export interface ProblemDescription {
  readonly message: string;
  readonly received: string;
  readonly documented: string;
  readonly suggestion?: string;
  /** Where it is less than an error. */
  readonly severity?: 'warning';
}
