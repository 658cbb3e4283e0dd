import type { Report } from '../../report.ts';
import type { ReportContext } from '../shared/context.ts';
import type { FindingGroup, Outline } from '../shared/outline.ts';
import { placeText } from '../shared/places.ts';
import { findingCard, moodOf } from './finding-card.ts';
import { type Html, html } from './template.ts';

/** More than this no browser shows at ease, and no person reads. */
const MOST_SHOWN = 300;
const MOST_OPEN = 5;

/** What most findings come from, then the findings, each kind once. */
export function findingSection(report: Report, outline: Outline, context: ReportContext): Html {
  const { groups, undocumented, unlisted } = outline;
  const rest = groups.length - MOST_SHOWN;
  const isOpen = (group: FindingGroup, at: number): boolean =>
    at < MOST_OPEN && moodOf(group.first) !== 'waived';
  return html`<section aria-labelledby="findings-title" id="findings">
<h2 id="findings-title">Findings</h2>
${causeBlock(outline, report.causes.length)}
${groups.length === 0 && undocumented === undefined ? html`<p class="none">Nothing differs from the description.</p>` : filters(report)}
<div id="finding-list">
${groups.slice(0, MOST_SHOWN).map((group, at) => findingCard(group, context, isOpen(group, at)))}
</div>
${rest > 0 && html`<p class="none">And ${rest} more kinds: the JSON report lists them all.</p>`}
${unlisted !== undefined && html`<p class="none">${unlisted}</p>`}
${undocumentedBlock(outline)}
<p id="no-match" class="none" role="status" hidden>No finding matches the filter.</p>
</section>`;
}

function causeBlock({ causes }: Outline, all: number): Html | undefined {
  if (causes.length === 0) return undefined;
  return html`<div class="card undocumented leading" tabindex="0" role="group" aria-labelledby="causes-title">
<h3 id="causes-title">Causes <span class="count">${all}</span></h3>
<table><thead><tr><th scope="col">Severity</th><th scope="col" class="number">Times</th><th scope="col">The description says</th><th scope="col">The first</th></tr></thead>
<tbody>${causes.map(
    ({ severity, count, operations, keyword, check, spec, message, recording }) =>
      html`<tr><td><span class="badge ${severity}">${severity}</span></td><td class="number">${count}</td><td><code>${keyword ?? check}</code> ${spec && html`<code>${placeText(spec)}</code>`}${operations > 1 && html` <small>in ${operations} operations</small>`}</td><td>${message} <code>${recording.file}</code> #${recording.index}</td></tr>`,
  )}</tbody></table>
</div>`;
}

/** Hidden until the script runs: without it they would do nothing. The counts are those of the tiles, and of the whole run. */
function filters({ summary: { findings, waived } }: Report): Html {
  const counts = Object.entries({ ...findings, waived }).filter(([, count]) => count > 0);
  return html`<div class="filters" id="filters" hidden>
<label class="search">Filter <input id="filter" type="search" placeholder="check, property, file" autocomplete="off" spellcheck="false"></label>
<fieldset><legend class="hush">Severity</legend>
${counts.map(
  ([mood, count]) =>
    html`<label class="toggle ${mood}"><input type="checkbox" value="${mood}" checked> ${mood} <span>${count}</span></label>`,
)}
</fieldset>
<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>/</kbd> filter</p>
</div>`;
}

function undocumentedBlock({ undocumented }: Outline): Html | undefined {
  if (undocumented === undefined) return undefined;
  const { severity, calls, count: all } = undocumented;
  return html`<div class="card undocumented" data-mood="${severity}" tabindex="0" role="group" aria-labelledby="undocumented-title">
<h3 id="undocumented-title"><span class="badge ${severity}">${severity}</span> Calls of operations that the description does not have <span class="times">×${all}</span></h3>
<table><thead><tr><th scope="col">Call</th><th scope="col" class="number">Times</th><th scope="col">First in</th></tr></thead>
<tbody>${calls
    .slice(0, MOST_SHOWN)
    .map(
      ({ method, path, count, first }) =>
        html`<tr><td><code><b>${method}</b> ${path}</code></td><td class="number">${count}</td><td><code>${first.recording.file}</code> #${first.recording.index}</td></tr>`,
    )}</tbody></table>
${calls.length > MOST_SHOWN && html`<p class="none">And ${calls.length - MOST_SHOWN} more.</p>`}
</div>`;
}
