import type { Report } from '../report.ts';
import { jsonText } from './shared/text.ts';

/** The report as it is, one object. */
export function jsonReport(report: Report): string {
  return jsonText(report);
}
