import type { Finding } from '../../finding.ts';
import { type FindingGroup, receivedText } from '../../reporter-support/group-findings.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { reproduce } from '../../reporter-support/reproduce.ts';
import { contractPane, recordingPane } from './panes.ts';
import { type Html, html } from './template.ts';

/** Equal findings: what differs in a line, then both sides of it beside each other. */
export function findingCard(group: FindingGroup, context: ReportContext, open: boolean): Html {
  const { first, count, files, suggestion } = group;
  const mood = moodOf(group);
  const times =
    count > 1 ? html`<span class="times">×${count}${files > 1 && ` in ${files} files`}</span>` : undefined;
  const meant =
    suggestion === undefined
      ? undefined
      : html` <span class="meant">Did you mean <code>${suggestion}</code>?</span>`;
  return html`<details class="card finding ${mood}" data-mood="${mood}"${open && html` open`}>
<summary>
<span class="badge ${mood}">${mood}</span>
<span class="what"><span class="message">${first.message}${meant}</span>
<span class="where"><code>${first.check}</code>${subjectOf(first)}${times}</span></span>
</summary>
<div class="inside">
${waiverNote(first, context)}
${comparison(group)}
<div class="panes">
${contractPane(first, context)}
${first.url === '' ? undefined : recordingPane(first, context.evidence.get(first.fingerprint))}
</div>
${command(first, context)}
<p class="fingerprint">Fingerprint <code>${first.fingerprint}</code></p>
</div>
</details>`;
}

function subjectOf({ operationId, status, dataPath }: Finding): Html[] {
  return [
    ...(operationId === undefined ? [] : [html`<span>${operationId} ${status}</span>`]),
    ...(dataPath === undefined || dataPath === '' ? [] : [html`<code class="path">${dataPath}</code>`]),
  ];
}

function comparison(group: FindingGroup): Html | undefined {
  const received = receivedText(group.received, 8);
  const { documented } = group.first;
  if (received === undefined && documented === undefined) return undefined;
  const row = (name: string, kind: string, text: string | undefined): Html | undefined =>
    text === undefined
      ? undefined
      : html`<div class="${kind}"><dt>${name}</dt><dd><code>${text}</code></dd></div>`;
  return html`<dl class="comparison">${row('Received', 'received', received)}${row('Documented', 'documented', documented)}</dl>`;
}

function waiverNote({ waivedBy, fingerprint }: Finding, { waivers }: ReportContext): Html | undefined {
  if (waivedBy === undefined) return undefined;
  const waiver = waivers.get(fingerprint);
  return html`<p class="waiver">Accepted by <b>${waivedBy}</b>${waiver && ` until ${waiver.expires}: ${waiver.reason}`}</p>`;
}

function command(first: Finding, { contract, evidence }: ReportContext): Html | undefined {
  const text = reproduce(first, contract, evidence.get(first.fingerprint));
  if (text === undefined) return undefined;
  return html`<div class="command"><h3>Reproduce</h3>
<pre tabindex="0" role="group" aria-label="Command that sends the request again"><code>${text}</code></pre>
<button type="button" class="copy" hidden>Copy</button></div>`;
}

/** How a finding is shown: one that was waived no longer counts, whatever its severity. */
export function moodOf({ first }: FindingGroup): Finding['severity'] | 'waived' {
  return first.waivedBy === undefined ? first.severity : 'waived';
}
