import type { Report } from '../report.ts';
import type { ReportContext } from '../reporter-support/report-context.ts';
import { coverageSection } from './html/coverage-section.ts';
import { findingSection } from './html/findings.ts';
import { header, overview } from './html/overview.ts';
import { page } from './html/page.ts';
import { recordingSection } from './html/recording-section.ts';
import { html } from './html/template.ts';

/** The report as one self-contained page: findings beside what the description says, coverage as a picture, recordings. */
export function htmlReport(report: Report, context: ReportContext): string {
  const recordings = recordingSection(report);
  return page(
    `Contract run: ${report.contract.title}`,
    html`${header(report, context)}
<nav class="wide jumps" aria-label="Parts of the report"><a href="#findings">Findings</a> <a href="#coverage">Coverage</a> ${recordings && html`<a href="#recordings">Recordings</a>`}</nav>
<main class="wide" id="main" tabindex="-1">
${overview(report, context)}
${findingSection(report, context)}
${coverageSection(report, context)}
${recordings}
</main>`,
  );
}
