import { createHash } from 'node:crypto';
import type { Report } from '../report.ts';
import { coverageSection } from './html/coverage-section.ts';
import { findingSection } from './html/findings.ts';
import { header, overview, recordingSection } from './html/overview.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { type Html, html } from './html/template.ts';
import type { ReportContext } from './shared/context.ts';
import { outlineOf } from './shared/outline.ts';

/** The report as one self-contained page: findings beside what the description says, coverage as a picture, recordings. */
export function htmlReport(report: Report, context: ReportContext): string {
  const outline = outlineOf(report, context);
  const recordings = recordingSection(report);
  return page(
    `Contract run: ${report.contract.title}`,
    html`${header(report, context)}
<nav class="wide jumps" aria-label="Parts of the report"><a href="#findings">Findings</a> <a href="#coverage">Coverage</a> ${recordings && html`<a href="#recordings">Recordings</a>`}</nav>
<main class="wide" id="main" tabindex="-1">
${overview(report, outline, context)}
${findingSection(report, outline, context)}
${coverageSection(report, context)}
${recordings}
</main>`,
  );
}

/**
 * One file that asks for nothing: the policy lets only this style and this script be, by their hashes, and no request
 * go out at all.
 */
function page(title: string, body: Html): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${body}
<script>${{ markup: SCRIPT }}</script>
</body>
</html>
`.markup;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
