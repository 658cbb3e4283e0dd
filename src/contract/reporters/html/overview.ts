import { failingFindings } from '../../count-findings.ts';
import type { RecordingSummary, Report } from '../../report.ts';
import type { ReportContext } from '../shared/context.ts';
import { type Outcome, outcomeOf } from '../shared/outcome.ts';
import type { Outline } from '../shared/outline.ts';
import { count } from '../shared/text.ts';
import { type Html, html } from './template.ts';

/** The head of the page: what was held against what. */
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

/** How it went, in words, and the figures behind it. */
export function overview(report: Report, { notes }: Outline, context: ReportContext): Html {
  const { summary, coverage } = report;
  const { error, warning, info } = summary.findings;
  return html`<section class="overview" aria-labelledby="verdict">
${verdict(report, context)}
<dl class="tiles">
${tile('Exchanges', summary.exchanges, `${summary.verified} verified, ${summary.undocumented} undocumented`)}
${tile('Errors', error, 'break the contract', error > 0 && 'error')}
${tile('Warnings', warning, 'worth a look', warning > 0 && 'warning')}
${tile('Information', info, 'good to know', info > 0 && 'info')}
${tile('Waived', summary.waived, 'accepted until a day')}
<div class="tile"><dt>Coverage</dt><dd><b>${coverage.percent} %</b> <small>${coverage.covered} of ${coverage.eligible} seen</small>${ring(coverage.percent)}</dd></div>
</dl>
${notes.length > 0 && html`<ul class="card notes" aria-label="About this run">${notes.map(({ level, text }) => html`<li><span class="badge ${level === 'error' ? 'error' : 'info'}">${level}</span> ${text}</li>`)}</ul>`}
</section>`;
}

function verdict(report: Report, context: ReportContext): Html {
  const outcome = outcomeOf(report, context);
  const [first, more] = VERDICTS[outcome](report, context.failOn);
  return html`<p class="verdict ${outcome === 'passed' ? 'good' : 'bad'}"><b id="verdict">${first}</b>${more !== undefined && ` ${more}`}</p>`;
}

const VERDICTS: Readonly<
  Record<Outcome, (report: Report, failOn: ReportContext['failOn']) => [first: string, more?: string]>
> = {
  'not-all-read': () => ['Not everything was read.', 'What was is judged below.'],
  'nothing-verified': ({ summary: { verified } }) => [
    'Nothing was verified.',
    verified === 0
      ? 'No exchange is of an operation that the description has.'
      : 'Not one of the documented bodies was kept.',
  ],
  failed: ({ summary }, failOn) => {
    const failing = failingFindings(summary, failOn);
    return [`${count(failing, 'finding')} ${failing === 1 ? 'breaks' : 'break'} the contract.`];
  },
  'below-coverage': () => ['Too little of the contract was covered.'],
  passed: ({ summary: { findings, waived } }) => [
    findings.error + findings.warning + waived === 0
      ? 'The recordings match the contract.'
      : `No finding fails the run${waived > 0 ? `; ${waived} waived` : ''}.`,
  ],
};

function tile(name: string, figure: number, note: string, mood: string | false = false): Html {
  return html`<div class="tile ${mood}"><dt>${name}</dt><dd><b>${figure}</b> <small>${note}</small></dd></div>`;
}

/** A ring filled by percent; its circumference is 100. */
function ring(percent: number): Html {
  const circle = (name: string, dash: string): Html =>
    html`<circle class="${name}" cx="18" cy="18" r="15.9155" fill="none" stroke-width="4" stroke-dasharray="${dash}" />`;
  return html`<svg class="ring" viewBox="0 0 36 36" aria-hidden="true">${circle('rest', '100 0')}${circle('part', `${percent} ${100 - percent}`)}</svg>`;
}

const MOST_SHOWN = 500;

/** What a source proves. */
const SOURCES: Readonly<Record<NonNullable<RecordingSummary['source']>, string>> = {
  live: 'off the wire',
  simulator: 'proves the tool chain, not the API',
  transcribed: 'written by hand from published facts',
};

/** Where the exchanges come from, and how old they are. */
export function recordingSection({ recordings = [] }: Report): Html | undefined {
  if (recordings.length === 0) return undefined;
  const isProof = recordings.some(({ source }) => source === undefined || source === 'live');
  return html`<section aria-labelledby="recordings-title" id="recordings">
<h2 id="recordings-title">Recordings</h2>
${!isProof && html`<p class="note">None is live: this is no evidence of how the API answers.</p>`}
<div class="card table" tabindex="0" role="group" aria-label="Table of recordings"><table>
<thead><tr><th scope="col">File</th><th scope="col" class="number">Exchanges</th><th scope="col">Source</th><th scope="col">Recorded</th><th scope="col">What it shows</th></tr></thead>
<tbody>${recordings.slice(0, MOST_SHOWN).map(row)}</tbody></table></div>
${recordings.length > MOST_SHOWN && html`<p class="none">And ${recordings.length - MOST_SHOWN} more.</p>`}
</section>`;
}

function row({ file, exchanges, source, recordedAt, ageDays, shows }: RecordingSummary): Html {
  const origin =
    source === undefined
      ? html`<span class="source unknown">unknown</span>`
      : html`<span class="source ${source}">${source}</span> <small>${SOURCES[source]}</small>`;
  return html`<tr><td><code>${file}</code></td><td class="number">${exchanges}</td><td>${origin}</td>
<td class="age">${recordedAt === undefined ? 'unknown' : html`<time datetime="${recordedAt}">${recordedAt}</time> <small>${ageText(ageDays)}</small>`}</td><td>${shows}</td></tr>`;
}

function ageText(days = 0): string {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
