/** The statuses that a cancel which nobody has observed might answer with. */
export const candidates = {
  secondCancel: [200, 400, 409],
  cancelCompleted: [200, 400, 409],
  oddBody: [200, 400, 422],
} as const;

/** What a cancel that rests on an assumption answers. */
export type Verdict = (typeof candidates)[keyof typeof candidates][number];

/**
 * What the simulator has to answer although nobody knows what the live API answers: it is not published, and was
 * never observed. Each is a guess with candidates, not a fact.
 */
export interface Assumptions {
  /** A cancel of an enrichment that was already asked to cancel, whether or not it is `canceled` by now. */
  readonly secondCancel: (typeof candidates.secondCancel)[number];
  /** A cancel of an enrichment that ended `completed`. */
  readonly cancelCompleted: (typeof candidates.cancelCompleted)[number];
  /** A cancel with any body but the empty object as `application/json`, which is the only one that was observed. */
  readonly oddBody: (typeof candidates.oddBody)[number];
}

/**
 * Nothing speaks for one candidate over another. 200 is what a call that is safe to repeat would answer; an odd body is
 * refused, for a client that sends one is mistaken and had better learn it here.
 */
export const defaultAssumptions: Assumptions = { secondCancel: 200, cancelCompleted: 200, oddBody: 400 };

/** One assumption in words, for people to see. */
export interface AssumptionNote {
  readonly id: keyof Assumptions;
  /** What is not known. */
  readonly unknown: string;
  /** What this simulator answers. */
  readonly assumed: Verdict;
  /** Enrichments, by id, of which it answers something else. */
  readonly deviating: readonly { readonly enrichment: string; readonly assumed: Verdict }[];
  /** What it could answer instead. */
  readonly candidates: readonly Verdict[];
  /** All of it as one line, ready to print. */
  readonly text: string;
}

const questions: Readonly<Record<keyof Assumptions, string>> = {
  secondCancel: 'a second cancel of the same enrichment',
  cancelCompleted: 'a cancel of an enrichment that is already completed',
  oddBody: 'a cancel with a body other than {} as application/json',
};

/** What is assumed of one enrichment. */
export interface AssumedOf {
  readonly enrichment: string;
  readonly assumptions: Assumptions;
}

/** The assumptions in words. They are always in force, so the list is never empty. */
export function describeAssumptions(
  assumptions: Assumptions,
  enrichments: readonly AssumedOf[],
): readonly AssumptionNote[] {
  return (['secondCancel', 'cancelCompleted', 'oddBody'] as const).map((id) => {
    const assumed = assumptions[id];
    const unknown = questions[id];
    const deviating = enrichments
      .map(({ enrichment, assumptions }) => ({ enrichment, assumed: assumptions[id] }))
      .filter((other) => other.assumed !== assumed);
    const others = candidates[id].filter((verdict) => verdict !== assumed).join(' or ');
    const exceptions = candidates[id].map((verdict) => exception(verdict, deviating)).join('');
    const text = `Assumed: ${unknown} answers ${assumed}${exceptions} (never observed; it may be ${others}).`;
    return { id, unknown, assumed, deviating, candidates: [...candidates[id]], text };
  });
}

/** So many are named, or one line would not do. */
const MOST_NAMED = 3;

function exception(verdict: Verdict, deviating: AssumptionNote['deviating']): string {
  const ids = deviating.filter(({ assumed }) => assumed === verdict).map(({ enrichment }) => enrichment);
  if (ids.length === 0) return '';
  const named = ids.slice(0, MOST_NAMED).map((id) => JSON.stringify(id));
  const more = ids.length - named.length;
  return `, and ${verdict} for ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`;
}
