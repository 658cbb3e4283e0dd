/** Something that has to hold on every runtime, and whether it did. */
export interface Claim {
  readonly name: string;
  readonly ok: boolean;
  /** What happened. */
  readonly detail: string;
  readonly ms: number;
}

/** Tries one claim: `work` resolves with what happened, or rejects where it should have been otherwise. */
export async function claim(name: string, work: () => Promise<string>): Promise<Claim> {
  const started = Date.now();
  try {
    return { name, ok: true, detail: await work(), ms: Date.now() - started };
  } catch (error) {
    return { name, ok: false, detail: String(error), ms: Date.now() - started };
  }
}
