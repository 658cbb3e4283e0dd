import { readdirSync } from 'node:fs';
import { CHECK_IDS } from '../../src/contract/finding.ts';

/** The pages of the site as its sidebar has them, below their headings. README.md is the first page of all. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  Guides: [
    'docs/client.md',
    'docs/command-line.md',
    'docs/ci.md',
    'docs/reports.md',
    'docs/descriptions.md',
    'docs/why-no-error.md',
    'docs/recording.md',
    'docs/matcher.md',
    'docs/simulator.md',
    'docs/scaling.md',
    'docs/workflows.md',
  ],
  Checks: CHECK_IDS.map((id) => `docs/checks/${id}.md`),
  Evidence: [
    'docs/fidelity.md',
    'docs/real-traffic.md',
    'docs/second-opinions.md',
    'docs/benchmarks.md',
    'docs/quality.md',
  ],
  Project: ['CHANGELOG.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md'],
  Decisions: readdirSync(new URL('../../docs/decisions', import.meta.url)).map(
    (name) => `docs/decisions/${name}`,
  ),
};

/** What else people look for: in the sidebar above the pages, as places of the site. */
export const SHORTCUTS: Readonly<Record<string, string>> = {
  'Errors and what to do': 'docs/client.html#errors',
  'Exit codes': 'docs/command-line.html#exit-codes',
  'Schema of the JSON report': 'media/report.schema.json',
  'The HTTP API': 'api.html',
};
