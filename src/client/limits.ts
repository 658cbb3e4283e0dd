import type { CallLimits } from './options.ts';

/** Limits with nothing left open. */
export type Limits = { readonly [Name in keyof CallLimits]-?: NonNullable<CallLimits[Name]> };

export const DEFAULT_LIMITS: Limits = {
  timeout: 30_000,
  totalTimeout: 120_000,
  maxRetries: 2,
  maxResponseBytes: 2 ** 20,
  validation: 'error',
};

/** The limits, with those replaced that the options set. The options have been checked. */
export function withLimits(limits: Limits, options: CallLimits | undefined): Limits {
  if (options === undefined) return limits;
  const result: Record<string, unknown> = { ...limits };
  for (const name in limits) result[name] = options[name as keyof CallLimits] ?? result[name];
  return result as Limits;
}
