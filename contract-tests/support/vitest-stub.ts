/** As much of vitest's types as a matcher is declared with. Source: @vitest/expect 3.2.7, dist/index.d.ts. */
export const VITEST: string = `
type Result = { pass: boolean; message(): string };
export interface Matchers<T = any> {}
export interface Assertion<T = any> extends Matchers<T> {
  not: Assertion<T>;
  resolves: { [K in keyof Matchers<T>]: Matchers<T>[K] extends (...a: infer A) => any ? (...a: A) => Promise<void> : never };
}
export declare const expect: {
  <T>(actual: T): Assertion<T>;
  extend(matchers: Record<string, (received: any, ...expected: any[]) => Result>): void;
};
`;
