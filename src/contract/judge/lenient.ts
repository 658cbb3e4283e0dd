import type { Place } from '../contract.ts';

/**
 * The rules that let pass what a literal reading of the description would call drift. Each is counted in the report, has a
 * page in `docs/`, and is off under `strict`.
 */
export const LENIENT_RULES = [
  'missing-credential',
  'dropped-body',
  'untyped-body',
  'untyped-part',
  'partial-example',
  'placeholder',
  'nullable',
  'no-content',
  'http-itself',
  'gateway-status',
  'no-response',
  'deep-object',
  'encoded-comma',
  'read-only',
  'public-name',
  'expired-link',
] as const;

export type LenientRule = (typeof LENIENT_RULES)[number];

/** That a rule let something of an exchange pass. */
export interface Lenient {
  readonly rule: LenientRule;
  /** Where the description would say otherwise; absent where it says nothing there. */
  readonly spec?: Place;
}
