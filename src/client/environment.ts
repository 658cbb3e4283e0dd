interface Global {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly navigator?: { readonly userAgent?: string };
}

/** An environment variable, where there is an environment: not in a browser, and not in Deno without permission. */
export function readEnvironment(name: string): string | undefined {
  try {
    return (globalThis as Global).process?.env?.[name];
  } catch {
    return undefined;
  }
}

/** Only browsers, their workers included, call themselves Mozilla; Node, Deno, Bun and workerd go by their names. */
export function isBrowser(): boolean {
  return (globalThis as Global).navigator?.userAgent?.startsWith('Mozilla/') === true;
}
