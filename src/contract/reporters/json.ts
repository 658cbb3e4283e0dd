import type { Report } from '../report.ts';
import { jsonText } from '../reporter-support/json-text.ts';

/** The report as it is, one object. */
export function jsonReport(report: Report): string {
  return jsonText(report);
}
