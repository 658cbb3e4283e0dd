import type { Report } from '../report.ts';

/** What there is to say where the recordings cover less than was asked for, in percent; undefined where they do not. */
export function coverageGate(
  { summary, coverage: { percent } }: Report,
  minCoverage: number | undefined,
): string | undefined {
  // Of a run that verified nothing there is something worse to say.
  if (minCoverage === undefined || percent >= minCoverage || summary.verified === 0) return undefined;
  return `coverage ${percent} % is below --min-coverage ${minCoverage}`;
}

/** The same as a sentence. */
export function coverageGateSentence(report: Report, minCoverage: number | undefined): string | undefined {
  const text = coverageGate(report, minCoverage);
  return text === undefined ? undefined : `C${text.slice(1)}.`;
}
