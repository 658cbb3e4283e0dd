/** Lets timers run, and with them an abort or a timeout: what goes on in promises alone would never let them. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
