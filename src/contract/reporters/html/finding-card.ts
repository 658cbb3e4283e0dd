import type { Finding } from '../../finding.ts';
import { type Excerpt, excerptOf } from '../shared/body-excerpt.ts';
import { contractNamed, type ReportContext } from '../shared/context.ts';
import type { Evidence, HeaderLine } from '../shared/evidence.ts';
import { type FindingGroup, operationText, receivedText, timesText } from '../shared/outline.ts';
import { codeFrame, placeText } from '../shared/places.ts';
import { reproduce } from '../shared/reproduce.ts';
import { type Html, html } from './template.ts';

/** Equal findings: what differs in a line, then both sides of it beside each other. */
export function findingCard(group: FindingGroup, context: ReportContext, open: boolean): Html {
  const { first, suggestion } = group;
  const { message, check, dataPath, url, fingerprint } = first;
  const subject = operationText(first);
  const mood = moodOf(first);
  const meant = suggestion && html` <span class="meant">Did you mean <code>${suggestion}</code>?</span>`;
  const times = timesText(group);
  return html`<details class="card finding ${mood}" data-mood="${mood}"${open && html` open`}>
<summary>
<span class="badge ${mood}">${mood}</span>
<span class="what"><span class="message">${message}${meant}</span>
<span class="where"><code>${check}</code>${subject !== undefined && html`<span>${subject}</span>`}${dataPath && html`<code class="path">${dataPath}</code>`}${times && html`<span class="times">${times}</span>`}</span></span>
</summary>
<div class="inside">
${waiverNote(first, context)}
${comparison(group)}
<div class="panes">
${contractPane(first, context)}
${url !== '' && recordingPane(first, context)}
</div>
${command(first, context)}
<p class="fingerprint">Fingerprint <code>${fingerprint}</code></p>
</div>
</details>`;
}

/** How a finding is shown: one that was waived no longer counts, whatever its severity. */
export function moodOf({ severity, waivedBy }: Finding): Finding['severity'] | 'waived' {
  return waivedBy === undefined ? severity : 'waived';
}

function waiverNote({ waivedBy, fingerprint }: Finding, { waivers }: ReportContext): Html | undefined {
  if (waivedBy === undefined) return undefined;
  const waiver = waivers.get(fingerprint);
  return html`<p class="waiver">Accepted by <b>${waivedBy}</b>${waiver && ` until ${waiver.expires}: ${waiver.reason}`}</p>`;
}

function comparison({ first: { documented }, ...group }: FindingGroup): Html | undefined {
  const received = receivedText(group.received, 8);
  if (received === undefined && documented === undefined) return undefined;
  const row = (name: string, kind: string, text: string | undefined): Html | undefined =>
    text === undefined
      ? undefined
      : html`<div class="${kind}"><dt>${name}</dt><dd><code>${text}</code></dd></div>`;
  return html`<dl class="comparison">${row('Received', 'received', received)}${row('Documented', 'documented', documented)}</dl>`;
}

/** What the description says, with the lines around the place. */
function contractPane({ spec, url }: Finding, { sources }: ReportContext): Html | undefined {
  if (spec === undefined) return undefined;
  const frame = codeFrame(sources, spec);
  const title = url === '' ? 'The waiver' : 'The description says';
  return html`<div class="pane">
<h3>${title}</h3>
<p class="file"><code>${placeText(spec)}</code></p>
${frame && code(title, frame)}
</div>`;
}

/** A part of the exchange, which can be folded away. */
interface Part {
  readonly name: string;
  /** Whether the finding is about this one. */
  readonly meant: boolean;
  readonly inside: Html;
}

/** What was recorded: what the finding is about first and open, the rest to be opened. */
function recordingPane(finding: Finding, { evidence }: ReportContext): Html {
  const { recording, method, url, status, fingerprint } = finding;
  const parts = partsOf(finding, evidence.get(fingerprint)).sort((a, b) => Number(b.meant) - Number(a.meant));
  return html`<div class="pane">
<h3>The recording shows</h3>
<p class="file"><code>${recording.file}</code> #${recording.index}</p>
<p class="call"><code><b>${method}</b> ${address(url, finding)}</code> <span class="status">${status === 0 ? 'no response' : status}</span></p>
${parts.map(
  ({ name, meant, inside }) =>
    html`<details class="part"${meant && html` open`}><summary>${name}</summary>${inside}</details>`,
)}
</div>`;
}

function partsOf({ target, dataPath = '', check }: Finding, evidence: Evidence | undefined): Part[] {
  if (evidence === undefined) return [];
  const { requestBody, requestBodyLeftOut, requestHeaders, responseBody, responseHeaders } = evidence;
  const [, place] = /^(header|cookie|query|path):/.exec(dataPath) ?? [];
  const isAbout = (which: Finding['target'], headers: boolean): boolean =>
    target === which &&
    headers === (place === 'header' || place === 'cookie') &&
    place !== 'query' &&
    place !== 'path';
  const body = (name: string, which: Finding['target'], excerpt: Excerpt | undefined): Part => ({
    name,
    meant: isAbout(which, false),
    inside: excerpt === undefined ? html`<p class="none">No body.</p>` : bodyOf(name, excerpt),
  });
  const headers = (name: string, which: Finding['target'], lines: readonly HeaderLine[]): Part => ({
    name: `${name} (${lines.length})`,
    meant: isAbout(which, true),
    inside: headerList(lines, target === which ? dataPath : ''),
  });
  const sent = excerptOf(requestBody, {
    dataPath: target === 'request' ? dataPath : undefined,
    raw: check === 'malformed-body',
    redact: (text) => text,
  });
  return [
    body('Response body', 'response', responseBody),
    headers('Response headers', 'response', responseHeaders),
    ...(requestBody === undefined && requestBodyLeftOut === undefined && !isAbout('request', false)
      ? []
      : [
          requestBodyLeftOut === undefined
            ? body('Request body', 'request', sent)
            : {
                name: 'Request body',
                meant: isAbout('request', false),
                inside: html`<p class="none">Too long to be shown: ${requestBodyLeftOut} characters.</p>`,
              },
        ]),
    headers('Request headers', 'request', requestHeaders),
  ];
}

/** The URL, with the part of it marked that the finding is about. */
function address(url: string, { dataPath = '' }: Finding): Html {
  const [, name] = /^query:(.*)$/s.exec(dataPath) ?? [];
  const [before, pair = '', after = ''] = name === undefined ? [url] : splitAtParameter(url, name);
  return html`${before}${pair !== '' && html`<mark>${pair}</mark>`}${after}`;
}

function splitAtParameter(url: string, name: string): string[] {
  const at = url.search(/[?]/) + 1;
  if (at === 0) return [url];
  for (let from = at; from < url.length; ) {
    const end = url.indexOf('&', from) < 0 ? url.length : url.indexOf('&', from);
    const pair = url.slice(from, end);
    if (new URLSearchParams(pair).has(name)) return [url.slice(0, from), pair, url.slice(end)];
    from = end + 1;
  }
  return [url];
}

function bodyOf(label: string, excerpt: Excerpt): Html {
  return html`${code(label, excerpt)}${excerpt.more && html`<p class="more">The body goes on.</p>`}`;
}

interface Lines {
  /** Number of the first. */
  readonly from: number;
  readonly lines: readonly string[];
  readonly marked?: number;
  /** In the marked line, counted from 1; without it the whole line is marked. */
  readonly column?: number;
}

/** A long line goes on below itself: what is marked is in view, however narrow the page. */
function code(label: string, { from, lines, marked, column = 1 }: Lines): Html {
  return html`<pre class="code" role="group" aria-label="${label}"><code>${lines.map(
    (text, at) =>
      html`<span class="line${at === marked && ' marked'}"><span class="number">${from + at}</span><span class="text">${at === marked ? markedText(text, column) : text}
</span></span>`,
  )}</code></pre>`;
}

function markedText(text: string, column: number): Html {
  return html`${text.slice(0, column - 1)}<mark>${text.slice(column - 1)}</mark>`;
}

function headerList(lines: readonly HeaderLine[], dataPath: string): Html {
  if (lines.length === 0) return html`<p class="none">None was kept.</p>`;
  const isMarked = (name: string): boolean =>
    dataPath.toLowerCase() === `header:${name}` || (name === 'cookie' && dataPath.startsWith('cookie:'));
  return html`<dl>${lines.map(([name, value]) => html`<div class="${isMarked(name) && 'marked'}"><dt>${name}</dt><dd>${isMarked(name) ? html`<mark>${value}</mark>` : value}</dd></div>`)}</dl>`;
}

function command(first: Finding, context: ReportContext): Html | undefined {
  const contract = contractNamed(context, first.contract);
  const text = reproduce(first, contract, context.evidence.get(first.fingerprint));
  if (text === undefined) return undefined;
  return html`<div class="command"><h3>Reproduce</h3>
<pre><code>${text}</code></pre>
<button type="button" class="copy" hidden>Copy</button></div>`;
}
