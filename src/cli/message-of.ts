/** What a thrown thing says. No `instanceof`: an error of another realm is an error as well. */
export function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
  return typeof message === 'string' ? message : String(error);
}
