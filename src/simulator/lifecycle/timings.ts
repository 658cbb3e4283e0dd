/**
 * How long things take, in milliseconds of simulated time; `null` means that it never happens.
 *
 * Observed is only the order of these events, and one enrichment that was `canceled` 7.8 s after its creation.
 */
export interface Timings {
  /** From the creation until title and instructions are written. */
  readonly writesAfter: number | null;
  /** From the creation until the enrichment ends `completed` by itself. */
  readonly runsFor: number | null;
  /** From the cancel until the enrichment is `canceled`. Zero: the cancel's own answer says so already. */
  readonly cancelTakes: number | null;
  /** From the cancel until the enrichment ends `completed` all the same, if it has not ended by then. */
  readonly completesAfterCancel: number | null;
}

/** An enrichment runs until somebody cancels it, and is then canceled six seconds later. */
export const defaultTimings: Timings = {
  writesAfter: 3_000,
  runsFor: null,
  cancelTakes: 6_000,
  completesAfterCancel: null,
};
