import type { RecordingSummary, Report } from '../../report.ts';
import { type Html, html } from './template.ts';

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
