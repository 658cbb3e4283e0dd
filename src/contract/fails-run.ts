import type { Finding } from './finding.ts';

/** Whether a finding fails the run: one that was waived never does. */
export function failsRun({ severity, waivedBy }: Finding, failOn: 'error' | 'warning'): boolean {
  return waivedBy === undefined && (severity === 'error' || severity === failOn);
}
