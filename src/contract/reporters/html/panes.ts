import type { Finding } from '../../finding.ts';
import type { Excerpt } from '../../reporter-support/body-excerpt.ts';
import { codeFrame } from '../../reporter-support/code-frame.ts';
import type { Evidence, HeaderLine } from '../../reporter-support/evidence.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { type Html, html } from './template.ts';

/** What the description says, with the lines around the place. */
export function contractPane(finding: Finding, { sources }: ReportContext): Html | undefined {
  const { spec, url } = finding;
  if (spec === undefined) return undefined;
  const frame = codeFrame(sources, spec);
  const title = url === '' ? 'The waiver' : 'The description says';
  return html`<div class="pane">
<h3>${title}</h3>
<p class="file"><code>${spec.file}:${spec.line}:${spec.column}</code></p>
${
  frame &&
  code(
    title,
    frame.lines[0]?.number ?? 1,
    frame.lines.map(({ text }) => text),
    frame.lines.findIndex(({ marked }) => marked),
  )
}
</div>`;
}

/** What was recorded: the header or the part of the body that the finding is about. */
export function recordingPane(finding: Finding, evidence: Evidence | undefined): Html {
  const { recording, method, url, status, target, dataPath } = finding;
  return html`<div class="pane">
<h3>The recording shows</h3>
<p class="file"><code>${recording.file}</code> #${recording.index}</p>
<p class="call"><code><b>${method}</b> ${url}</code> <span class="status">${status === 0 ? 'no response' : status}</span></p>
${evidence?.responseBody === undefined ? html`<p class="none">No body.</p>` : body(evidence.responseBody)}
${evidence && headers('Response headers', evidence.responseHeaders, target === 'response' ? dataPath : undefined)}
${evidence && headers('Request headers', evidence.requestHeaders, target === 'request' ? dataPath : undefined)}
</div>`;
}

function body({ lines, from, marked, more }: Excerpt): Html {
  return html`${code('Body of the response', from, lines, marked)}${more && html`<p class="more">The body goes on.</p>`}`;
}

function code(label: string, from: number, lines: readonly string[], marked: number | undefined): Html {
  return html`<pre class="code" tabindex="0" role="group" aria-label="${label}"><code>${lines.map(
    (text, at) =>
      html`<span class="line${at === marked && ' marked'}"><span class="number">${from + at}</span>${at === marked ? html`<mark>${text}</mark>` : text}
</span>`,
  )}</code></pre>`;
}

function headers(title: string, list: readonly HeaderLine[], dataPath: string | undefined): Html | undefined {
  if (list.length === 0) return undefined;
  const isMarked = (name: string): boolean => dataPath === `header:${name}`;
  const anyMarked = list.some(([name]) => isMarked(name));
  return html`<details class="headers"${anyMarked && html` open`}><summary>${title} <span class="count">${list.length}</span></summary>
<dl>${list.map(([name, value]) => html`<div class="${isMarked(name) && 'marked'}"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></details>`;
}
