/** The statuses that a cancel which nobody has observed might answer with. */
export const verdicts = [200, 400, 409] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What the simulator has to answer although nobody knows what the live API answers: it is not published, and was
 * never observed. Each is a guess with candidates, not a fact.
 */
export interface Assumptions {
  /** A cancel of an enrichment that was already asked to cancel, whether or not it is `canceled` by now. */
  readonly secondCancel: Verdict;
  /** A cancel of an enrichment that ended `completed`. */
  readonly cancelCompleted: Verdict;
}

/** Nothing speaks for one candidate over another; 200 is what a call that is safe to repeat would answer. */
export const defaultAssumptions: Assumptions = { secondCancel: 200, cancelCompleted: 200 };

/** One assumption in words, for people to see. */
export interface AssumptionNote {
  readonly id: keyof Assumptions;
  /** What is not known. */
  readonly unknown: string;
  /** What this simulator answers. */
  readonly assumed: Verdict;
  /** What it could answer instead. */
  readonly candidates: readonly Verdict[];
  /** All of it as one line, ready to print. */
  readonly text: string;
}

const questions: Readonly<Record<keyof Assumptions, string>> = {
  secondCancel: 'a second cancel of the same enrichment',
  cancelCompleted: 'a cancel of an enrichment that is already completed',
};

/** The assumptions in words. They are always in force, so the list is never empty. */
export function describeAssumptions(assumptions: Assumptions): readonly AssumptionNote[] {
  return (['secondCancel', 'cancelCompleted'] as const).map((id) => {
    const assumed = assumptions[id];
    const unknown = questions[id];
    const others = verdicts.filter((verdict) => verdict !== assumed).join(' or ');
    const text = `Assumed: ${unknown} answers ${assumed} (never observed; it may be ${others}).`;
    return { id, unknown, assumed, candidates: verdicts, text };
  });
}
