/** Registered, not local: two copies of this package in one program recognise each other's errors. */
const BRAND: unique symbol = Symbol.for('exa-enrichments.error');

/** Marks a class, and those that extend it, as a family. On the prototype, where no log shows it. */
export function brand(errorClass: { readonly prototype: object }, family: string): void {
  Object.defineProperty(errorClass.prototype, BRAND, { value: family });
}

/** Which family an error is of: `ExaError`, or `StatusError` for those made by an HTTP status; else undefined. */
export function familyOf(error: unknown): unknown {
  return (error as { readonly [BRAND]?: unknown } | null | undefined)?.[BRAND];
}

/** Is it an error of this package, and of the class with this name? */
export function isNamed(error: unknown, name: string): boolean {
  return familyOf(error) !== undefined && (error as Error).name === name;
}
