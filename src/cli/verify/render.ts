import type { Report } from '../../contract/report.ts';
import { jsonReport } from '../../contract/reporters/json.ts';
import { prettyReport } from '../../contract/reporters/pretty.ts';
import type { ReportContext } from '../../contract/reporters/shared/context.ts';
import type { Format } from './targets.ts';

interface Rendering {
  readonly report: Report;
  readonly context: ReportContext;
  /** Whether a person looks on. */
  readonly color: boolean;
  /** The width of the terminal; undefined where it goes to none. */
  readonly columns: number | undefined;
}

/** The report in a format. Each but the two usual ones is loaded when it is asked for. */
export async function render(
  format: Format,
  { report, context, color, columns }: Rendering,
): Promise<string> {
  switch (format) {
    case 'pretty':
      return prettyReport(report, { color, context, frames: color, columns });
    case 'json':
      return jsonReport(report);
    case 'junit':
      return (await import('../../contract/reporters/junit.ts')).junitReport(report, context);
    case 'sarif':
      return (await import('../../contract/reporters/sarif.ts')).sarifReport(report, context);
    case 'github':
      return (await import('../../contract/reporters/github.ts')).githubReport(report, context);
    case 'markdown':
      return (await import('../../contract/reporters/markdown.ts')).markdownReport(report, context);
    case 'html':
      return (await import('../../contract/reporters/html.ts')).htmlReport(report, context);
  }
}
