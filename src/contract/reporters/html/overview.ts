import { failingFindings, verifiedNothing } from '../../count-findings.ts';
import type { Report } from '../../report.ts';
import { coverageGateSentence } from '../../reporter-support/coverage-gate.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { runNotes } from '../../reporter-support/run-notes.ts';
import { type Html, html } from './template.ts';

/** The head of the page: what was held against what, and how it went. */
export function header({ contract }: Report, { createdAt, toolVersion }: ReportContext): Html {
  const time = createdAt.toISOString();
  return html`<header class="top">
<div class="wide">
<p class="kicker">Contract run</p>
<h1>${contract.title} <span class="version">${contract.version}</span></h1>
<p class="meta"><time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>
<span>description <code title="SHA-256 of its files">${contract.sha256.slice(0, 12)}</code></span>
<span>exa-enrichments ${toolVersion}</span></p>
<button type="button" class="theme" id="theme" hidden>Theme: <span id="theme-name">auto</span></button>
</div>
</header>`;
}

/** The verdict in words, and the figures behind it. */
export function overview(report: Report, { failOn, minCoverage }: ReportContext): Html {
  const { summary, coverage } = report;
  const { error, warning, info } = summary.findings;
  return html`<section class="overview" aria-labelledby="verdict">
${verdict(report, failOn, coverageGateSentence(report, minCoverage))}
${noteList(report)}
<dl class="tiles">
${tile('Exchanges', summary.exchanges, `${summary.verified} verified, ${summary.undocumented} undocumented`)}
${tile('Errors', error, 'break the contract', error > 0 && 'error')}
${tile('Warnings', warning, info > 0 ? `and ${info} for information` : 'worth a look', warning > 0 && 'warning')}
${tile('Waived', summary.waived, 'accepted until a day')}
<div class="tile"><dt>Coverage</dt><dd><b>${coverage.percent} %</b> <small>${coverage.covered} of ${coverage.eligible} seen</small>${ring(coverage.percent)}</dd></div>
</dl>
</section>`;
}

function verdict(
  { summary, unread }: Report,
  failOn: ReportContext['failOn'],
  gate: string | undefined,
): Html {
  if (summary.verified === 0)
    return html`<p class="verdict bad"><b id="verdict">Nothing was verified.</b> No exchange is of an operation that the description has.</p>`;
  if (verifiedNothing(summary))
    return html`<p class="verdict bad"><b id="verdict">Nothing was verified.</b> Not one of the documented bodies was kept.</p>`;
  if (unread.length > 0)
    return html`<p class="verdict bad"><b id="verdict">Not everything was read.</b> What was is judged below.</p>`;
  const failing = failingFindings(summary, failOn);
  if (failing > 0)
    return html`<p class="verdict bad"><b id="verdict">${failing} ${failing === 1 ? 'finding breaks' : 'findings break'} the contract.</b>${gate !== undefined && html` ${gate}`}</p>`;
  if (gate !== undefined) return html`<p class="verdict bad"><b id="verdict">${gate}</b></p>`;
  const counted = summary.findings.error + summary.findings.warning + summary.waived;
  const text =
    counted === 0
      ? 'The recordings match the contract.'
      : `No finding fails the run${summary.waived > 0 ? `; ${summary.waived} waived` : ''}.`;
  return html`<p class="verdict good"><b id="verdict">${text}</b></p>`;
}

/** What there is to say besides findings. */
function noteList(report: Report): Html | undefined {
  const notes = runNotes(report);
  if (notes.length === 0) return undefined;
  return html`<ul class="card notes" aria-label="About this run">${notes.map(({ level, text }) => html`<li><span class="badge ${level === 'error' ? 'error' : 'info'}">${level}</span> ${text}</li>`)}</ul>`;
}

function tile(name: string, figure: number, note: string, mood: string | false = false): Html {
  return html`<div class="tile ${mood}"><dt>${name}</dt><dd><b>${figure}</b> <small>${note}</small></dd></div>`;
}

/** A ring filled by percent; its circumference is 100. */
function ring(percent: number): Html {
  const circle = (name: string, dash: string): Html =>
    html`<circle class="${name}" cx="18" cy="18" r="15.9155" fill="none" stroke-width="4" stroke-dasharray="${dash}" />`;
  return html`<svg class="ring" viewBox="0 0 36 36" aria-hidden="true">${circle('rest', '100 0')}${circle('part', `${percent} ${100 - percent}`)}</svg>`;
}
