import { leadingCauses } from '../../count-findings.ts';
import type { Report } from '../../report.ts';
import { type FindingGroup, groupFindings } from '../../reporter-support/group-findings.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { isUndocumentedCall, undocumentedList } from '../../reporter-support/undocumented-list.ts';
import { unlistedText } from '../../reporter-support/unlisted-text.ts';
import { findingCard, moodOf } from './finding-card.ts';
import { type Html, html } from './template.ts';

/** More than this no browser shows at ease, and no person reads. */
const MOST_SHOWN = 300;
const MOST_OPEN = 5;

export function findingSection(report: Report, context: ReportContext): Html {
  const { findings, summary } = report;
  const groups = groupFindings(findings.filter((finding) => !isUndocumentedCall(finding)));
  const unlisted = unlistedText(summary);
  const rest = groups.length - MOST_SHOWN;
  return html`<section aria-labelledby="findings-title" id="findings">
<h2 id="findings-title">Findings</h2>
${causeBlock(report, groups.length)}
${groups.length === 0 ? html`<p class="none">Nothing differs from the description.</p>` : filters(groups)}
<div id="finding-list">
${groups.slice(0, MOST_SHOWN).map((group, at) => findingCard(group, context, at < MOST_OPEN && isOpen(group)))}
</div>
<p id="no-match" class="none" role="status" hidden>No finding matches the filter.</p>
${rest > 0 && html`<p class="none">And ${rest} more: the JSON report lists them all.</p>`}
${unlisted !== undefined && html`<p class="none">${unlisted}</p>`}
${undocumentedBlock(findings)}
</section>`;
}

function isOpen({ first }: FindingGroup): boolean {
  return first.waivedBy === undefined;
}

/** What most findings come from, where they are many. */
function causeBlock(report: Report, kinds: number): Html | undefined {
  const causes = leadingCauses(report, kinds);
  if (causes.length === 0) return undefined;
  return html`<div class="card undocumented causes" tabindex="0" role="group" aria-labelledby="causes-title">
<h3 id="causes-title">Causes <span class="count">${report.causes.length}</span></h3>
<table><thead><tr><th scope="col">Severity</th><th scope="col" class="number">Times</th><th scope="col">The description says</th><th scope="col">The first</th></tr></thead>
<tbody>${causes.map(
    ({ severity, count, operations, keyword, check, spec, message, recording }) =>
      html`<tr><td><span class="badge ${severity}">${severity}</span></td><td class="number">${count}</td><td><code>${keyword ?? check}</code> ${spec && html`<code>${spec.file}:${spec.line}:${spec.column}</code>`}${operations > 1 && html` <small>in ${operations} operations</small>`}</td><td>${message} <code>${recording.file}</code> #${recording.index}</td></tr>`,
  )}</tbody></table>
</div>`;
}

/** Hidden until the script runs: without it they would do nothing. */
function filters(groups: readonly FindingGroup[]): Html {
  const moods = ['error', 'warning', 'info', 'waived'] as const;
  const counts = moods.map((mood) => ({
    mood,
    count: groups.filter((group) => moodOf(group) === mood).length,
  }));
  return html`<div class="filters" id="filters" hidden>
<label class="search">Filter <input id="filter" type="search" placeholder="check, property, file" autocomplete="off" spellcheck="false"></label>
<fieldset><legend class="hush">Severity</legend>
${counts
  .filter(({ count }) => count > 0)
  .map(
    ({ mood, count }) =>
      html`<label class="toggle ${mood}"><input type="checkbox" value="${mood}" checked> ${mood} <span>${count}</span></label>`,
  )}
</fieldset>
<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>/</kbd> filter</p>
</div>`;
}

function undocumentedBlock(findings: Report['findings']): Html | undefined {
  const list = undocumentedList(findings);
  if (list === undefined) return undefined;
  return html`<div class="card undocumented" tabindex="0" role="group" aria-labelledby="undocumented-title">
<h3 id="undocumented-title"><span class="badge ${list.severity}">${list.severity}</span> Calls of operations that the description does not have</h3>
<table><thead><tr><th scope="col">Call</th><th scope="col" class="number">Times</th><th scope="col">First in</th></tr></thead>
<tbody>${list.calls
    .slice(0, MOST_SHOWN)
    .map(
      ({ method, path, count, first }) =>
        html`<tr><td><code><b>${method}</b> ${path}</code></td><td class="number">${count}</td><td><code>${first.recording.file}</code> #${first.recording.index}</td></tr>`,
    )}</tbody></table>
</div>`;
}
